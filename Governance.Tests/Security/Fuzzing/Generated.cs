using System.Text;

namespace Governance.Tests.Security.Fuzzing;

/// <summary>A request as it is to be sent.</summary>
/// <param name="Cluster">Whose log it would be written to; null if to none that is known.</param>
public sealed record Generated(int Number, string Method, string Target, IReadOnlyList<(string Name, string Value)> Headers, byte[]? Body, string? Cluster)
{
    /// <summary>For a client that leaves the target as it is.</summary>
    public HttpRequestMessage Message(Uri server)
    {
        var message = new HttpRequestMessage(new HttpMethod(Method), new Uri($"http://{server.Authority}{Target}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (Body is not null) message.Content = new ByteArrayContent(Body);
        foreach (var (name, value) in Headers)
            if (!message.Headers.TryAddWithoutValidation(name, value)) message.Content?.Headers.TryAddWithoutValidation(name, value);
        return message;
    }

    /// <summary>For the wire.</summary>
    public byte[] Bytes()
    {
        var head = new StringBuilder($"{Method} {Target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        foreach (var (name, value) in Headers) head.Append($"{name}: {value}\r\n");
        if (Body is not null) head.Append($"Content-Length: {Body.Length}\r\n");
        return [.. Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), .. Body ?? []];
    }

    public override string ToString() => $"request {Number}: {Method} {Target} {string.Join(' ', Headers.Select(h => $"[{h.Name}: {h.Value}]"))} {(Body is null ? "" : Encoding.UTF8.GetString(Body))}";
}
