using System.Net.Http.Headers;
using Governance.Api.Hosting.Telemetry;

namespace Governance.Api.Features.Webhooks.Delivery;

/// <summary>Sends a message, signed, once. Of the answer only its status is read; redirects are not followed, and nothing is told of where we are.</summary>
public sealed class Messenger : IDisposable
{
    private const int MostDrained = 16 << 10;
    private readonly DeliveryRules rules;
    private readonly TimeProvider clock;
    private readonly HttpClient http;

    public Messenger(DeliveryRules rules, Targets targets, TimeProvider clock)
    {
        (this.rules, this.clock) = (rules, clock);
        http = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectCallback = targets.ConnectAsync,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxResponseHeadersLength = 16,
            MaxResponseDrainSize = MostDrained,
            ResponseDrainTimeout = TimeSpan.FromSeconds(1),
            ActivityHeadersPropagator = null,
        })
        { Timeout = Timeout.InfiniteTimeSpan };
    }

    public Task<DeliveryOutcome> SendAsync(Webhook webhook, Message message, CancellationToken ct) =>
        Signals.Deliveries.MeasureAsync("deliver", () => AttemptAsync(webhook, message, ct), outcome => outcome.Fault?.ToString() ?? "Delivered");

    public void Dispose() => http.Dispose();

    private async Task<DeliveryOutcome> AttemptAsync(Webhook webhook, Message message, CancellationToken ct)
    {
        var started = clock.GetTimestamp();
        using var time = new CancellationTokenSource(rules.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, time.Token);
        using var request = Signed(webhook, message);
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return new(clock.GetElapsedTime(started), (int)answer.StatusCode, DeliveryOutcome.FaultOf((int)answer.StatusCode), Asked(answer.Headers.RetryAfter));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new(clock.GetElapsedTime(started), null, DeliveryFault.TimedOut);
        }
        catch (HttpRequestException fault)
        {
            return new(clock.GetElapsedTime(started), null, fault.InnerException is AddressNotAllowedException ? DeliveryFault.AddressNotAllowed : DeliveryFault.Unreachable);
        }
    }

    private HttpRequestMessage Signed(Webhook webhook, Message message)
    {
        var now = clock.GetUtcNow();
        var signatures = new[] { webhook.Secret, webhook.Previous }.OfType<Secret>().Select(secret => secret.Sign(message.Id, now, message.Body.Span));
        var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url) { Content = new ReadOnlyMemoryContent(message.Body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.UserAgent.Add(new("Governance-Webhooks", "1"));
        request.Headers.Add("webhook-id", message.Id);
        request.Headers.Add("webhook-timestamp", $"{now.ToUnixTimeSeconds()}");
        request.Headers.Add("webhook-signature", string.Join(' ', signatures));
        return request;
    }

    private TimeSpan? Asked(RetryConditionHeaderValue? header) => header?.Delta ?? header?.Date - clock.GetUtcNow();
}
