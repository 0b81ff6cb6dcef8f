using System.Diagnostics;
using Governance.Api.Clusters;
using Governance.Api.Features.People;
using Governance.Domain.Decisions;

namespace Governance.Api.Features.Decisions;

/// <summary>A decision to enter, or something to be done about one.</summary>
public abstract record DecisionCommand(WriteRequest Request) : ClusterCommand(Request)
{
    /// <summary>What it makes of the register.</summary>
    public abstract DecisionOutcome Enter(Register register);
}

/// <summary>Enters in the register what comes of a decision on the newest state.</summary>
public static class DecisionHandler
{
    public static Task<WriteOutcome> HandleAsync(RecordDecision command, ClusterWriter writer, Calendar calendar, Ids ids, CancellationToken ct) => EnterAsync(command, writer, calendar, ids, ct);

    public static Task<WriteOutcome> HandleAsync(CorrectDecision command, ClusterWriter writer, Calendar calendar, Ids ids, CancellationToken ct) => EnterAsync(command, writer, calendar, ids, ct);

    public static Task<WriteOutcome> HandleAsync(AnnulDecision command, ClusterWriter writer, Calendar calendar, Ids ids, CancellationToken ct) => EnterAsync(command, writer, calendar, ids, ct);

    /// <summary>Whether the decision that a command is about is not there.</summary>
    internal static bool IsAbsent(DecisionOutcome outcome) => outcome is DecisionOutcome.Refused { Violations: [{ Code: ViolationCode.UnknownDecision, Member: null }] };

    private static Task<WriteOutcome> EnterAsync(DecisionCommand command, ClusterWriter writer, Calendar calendar, Ids ids, CancellationToken ct) =>
        writer.WriteAsync(command.Request, live => VerdictOf(command.Enter(new(live.History, calendar.Today(live.History), ids.New))), ct);

    private static Verdict VerdictOf(DecisionOutcome outcome) => outcome switch
    {
        DecisionOutcome.Accepted { Entry: var entry } => new Verdict.Write(entry.Act, entry.Facts) { People = [.. entry.Persons.Select(NewPersons.Row)], Named = entry.Named },
        DecisionOutcome.Refused when IsAbsent(outcome) => new Verdict.Absent(),
        DecisionOutcome.Refused refused => new Verdict.Refuse(refused.Violations),
        _ => throw new UnreachableException($"{outcome.GetType().Name} is no outcome."),
    };
}
