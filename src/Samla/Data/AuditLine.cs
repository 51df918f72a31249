using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Samla.Domain;

namespace Samla.Data;

/// <summary>A line of the audit trail. Each holds the hash of the one before it: none among others can be changed or left out unseen.</summary>
public sealed class AuditLine : IFrozen
{
    private static readonly string[] BesideReports =
    [
        "session.",
        "account.",
        "answer.",
        "work.",
        "comment.",
        "intervention.",
        "decision.",
        "delivery.",
        "return.",
        "reminder.",
        "assessment.answer",
        "assessment.form",
        "blind.",
        "model.",
        "factcheck.",
        "review.",
        "matter.",
        "municipality.",
    ];

    /// <summary>From 1, without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>In whole milliseconds, which every engine keeps.</summary>
    public required DateTimeOffset At { get; init; }

    public required string Actor { get; init; }

    public required string Action { get; init; }

    public required string Subject { get; init; }

    /// <summary>What changed, as JSON: each thing with its values before and after; only counts where there are many.</summary>
    public required string Changes { get; init; }

    /// <summary>
    /// Whether it can have changed a report; sign-ins, accounts, answers and interventions not yet handed in, what is coded blind or
    /// answered in an assessment that is not handed in, what assessment forms ask,
    /// what a language model is asked, what reporters and experts say of a report, how many live in a municipality, and what becomes of a submission outside Samla, cannot. Follows from <see cref="Action"/>, for a quick search.
    /// </summary>
    public required bool TouchesReports { get; init; }

    /// <summary>The hash of the line before; empty for the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>SHA-256 over all the rest, in hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The line that follows <paramref name="last"/>.</summary>
    public static AuditLine After(AuditLine? last, DateTimeOffset now, Change change, string changes)
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        var sequence = (last?.Sequence ?? 0) + 1;
        var previous = last?.Hash ?? "";
        return new AuditLine
        {
            Sequence = sequence,
            At = at,
            Actor = change.Actor,
            Action = change.Action,
            Subject = change.Subject,
            Changes = changes,
            TouchesReports = Touches(change.Action),
            PreviousHash = previous,
            Hash = HashOf(sequence, at, change.Actor, change.Action, change.Subject, changes, previous),
        };
    }

    /// <summary>Whether the line is as it was written, and follows <paramref name="last"/>.</summary>
    public bool Follows(AuditLine? last) =>
        Sequence == (last?.Sequence ?? 0) + 1
        && PreviousHash == (last?.Hash ?? "")
        && (TouchesReports || !Touches(Action))
        && Hash == HashOf(Sequence, At, Actor, Action, Subject, Changes, PreviousHash);

    private static bool Touches(string action) =>
        !BesideReports.Any(kind => action.StartsWith(kind, StringComparison.Ordinal));

    // Each part is given its length, so that words cannot move from one to the next unseen.
    private static string HashOf(
        long sequence,
        DateTimeOffset at,
        string actor,
        string action,
        string subject,
        string changes,
        string previous
    )
    {
        var text = new StringBuilder();
        var when = at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        foreach (
            var part in (string[])
                [sequence.ToString(CultureInfo.InvariantCulture), when, actor, action, subject, changes, previous]
        )
        {
            text.Append(CultureInfo.InvariantCulture, $"{part.Length}:{part};");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
