using System.Text;
using Governance.Api.Security.SignIn;
using Governance.Domain.Values;

namespace Governance.Api.Cli;

/// <summary>Takes a password from the keyboard, unseen and twice, or from standard input, once; never from the command line, which others can see.</summary>
internal static class PasswordPrompt
{
    /// <returns>Nothing, and says why, when it will not do.</returns>
    public static async Task<string?> ReadAsync(Account account)
    {
        var password = Console.IsInputRedirected ? await Console.In.ReadLineAsync() ?? "" : Ask("Password: ");
        if (Passwords.FaultOf(password, account) is { } fault) return await RefuseAsync(fault.In(Language.En));
        return Console.IsInputRedirected || Ask("Once more: ") == password ? password : await RefuseAsync("The two are not the same.");
    }

    private static async Task<string?> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return null;
    }

    private static string Ask(string what)
    {
        Console.Error.Write(what);
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
            if (key.Key != ConsoleKey.Backspace) typed.Append(key.KeyChar);
            else if (typed.Length > 0) typed.Length--;
        Console.Error.WriteLine();
        return typed.ToString();
    }
}
