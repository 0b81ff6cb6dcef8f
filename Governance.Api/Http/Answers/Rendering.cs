using Governance.Api.Http.Problems;

namespace Governance.Api.Http.Answers;

/// <summary>An answer that is being made, for all who ask for it meanwhile. None of them waits on a thread; when the last has left it is broken off.</summary>
/// <param name="abandoned">Cancelled when nobody waits any more; has neither timer nor handle, so nothing of it is to be given back.</param>
internal sealed class Rendering(CancellationTokenSource abandoned)
{
    private readonly TaskCompletionSource<Made> made = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock door = new();
    private int waiting;
    private bool over;

    /// <summary>One more asks for it; false where all who did have left.</summary>
    public bool Join()
    {
        lock (door)
        {
            if (over) return false;
            waiting++;
            return true;
        }
    }

    /// <summary>Makes it, for the one who came first and all who come meanwhile.</summary>
    public async Task<Made> MakeAsync(Func<CancellationToken, ValueTask<Made>> render, CancellationToken ct)
    {
        await using var left = ct.Register(Leave);
        try
        {
            var answer = await render(abandoned.Token);
            made.SetResult(answer);
            return answer;
        }
        catch (Exception failure)
        {
            made.SetException(failure);
            // It is told to the first in any case.
            _ = made.Task.Exception;
            throw;
        }
    }

    /// <summary>Waits for it, for as long as the one who asks is there.</summary>
    public async Task<Made> WaitAsync(CancellationToken ct)
    {
        try
        {
            return await made.Task.WaitAsync(ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            Leave();
            throw;
        }
    }

    private void Leave()
    {
        lock (door)
        {
            over = --waiting == 0;
            if (!over) return;
        }
        abandoned.Cancel();
    }
}

/// <summary>What came of making an answer: the answer, why it is not made now, or neither where there is nothing to tell.</summary>
public readonly record struct Made(Rendered? Answer, Problem? Refusal = null);
