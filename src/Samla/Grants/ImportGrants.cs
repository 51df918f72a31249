using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Grants;

namespace Samla.Grants;

/// <summary>
/// Reads in a file of decisions: all of it or nothing. A case that was there and says something else now is replaced, and what it said stays as
/// history; a case that the file does not have is left as it is.
/// </summary>
public sealed class ImportGrants(SamlaDb db, GrantTerms terms, TimeProvider clock)
{
    /// <summary>The middle amount, in öre, below which a file in kronor is likelier to be in thousands: no form of support has so small grants.</summary>
    private const long UnlikelyMiddle = 500_000;

    /// <summary>What a file holds, and what becomes of it.</summary>
    /// <param name="File">The file's name.</param>
    /// <param name="Rows">Its rows; each is one of the four below.</param>
    /// <param name="Added">Rows of cases that were not there.</param>
    /// <param name="Replaced">Rows of cases that were there, and said something else.</param>
    /// <param name="Unchanged">Rows of cases that were there and said the same.</param>
    /// <param name="Rejected">What is wrong, in the order of the file; while there is any, nothing is read in.</param>
    /// <param name="IsDone">Whether the file is read in.</param>
    /// <param name="Number">The import's; null where it is not read in, or nothing in it was new.</param>
    /// <param name="Notices">What else is good to know, in Swedish sentences.</param>
    /// <param name="UnknownAreas">The file's words for areas that are not ours, each once.</param>
    public sealed record Result(
        string File,
        int Rows,
        int Added,
        int Replaced,
        int Unchanged,
        IReadOnlyList<RejectedRow> Rejected,
        bool IsDone,
        int? Number,
        IReadOnlyList<string> Notices,
        IReadOnlyCollection<string> UnknownAreas
    );

    /// <param name="name">The file's name.</param>
    /// <param name="content">The file, CSV or XLSX; it is read from its beginning, more than once.</param>
    /// <param name="mapping">Which columns say what.</param>
    /// <param name="isDryRun">Whether to say what would be done, and not do it.</param>
    /// <param name="actor">Who reads it in.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    /// <param name="isMadeUp">Whether the decisions are made up, to try Samla with.</param>
    public async Task<Outcome> Run(
        string name,
        Stream content,
        ColumnMapping mapping,
        bool isDryRun,
        string actor,
        CancellationToken cancellation,
        bool isMadeUp = false
    )
    {
        content.Position = 0;
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
        var (table, refusal) = GrantTable.Open(content);
        if (table is null)
        {
            return new Outcome.Refused(refusal!);
        }

        if (!isMadeUp && table.Heads.Contains(ExportGrants.MadeUpHead, StringComparer.OrdinalIgnoreCase))
        {
            return new Outcome.Refused(
                $"Filen har en kolumn ”{ExportGrants.MadeUpHead}”, som Samla skriver för påhittade beslut. De läses inte in som verkliga."
            );
        }

        if ((mapping.Doubled ?? GrantRowReader.Missing(table, mapping)) is { } wrong)
        {
            return new Outcome.Refused(wrong);
        }

        // Before anybody is kept waiting: a large file takes a while.
        var reader = new GrantRowReader(table, mapping, terms, SwedishTime.DayOf(clock.GetUtcNow()).Year);
        var cases = GrantCases.Of(reader, mapping, cancellation);
        await using var transaction = isDryRun ? null : await db.BeginAlone(cancellation);
        var madeUp = isMadeUp ? [] : await db.MadeUpGrants().Select(one => one.Number).ToListAsync(cancellation);
        var plan = Plan.Of(cases, reader, await PresentDigests(madeUp, cancellation));
        if (plan.Rows == 0)
        {
            return new Outcome.Refused("Filen har rubriker men inga rader.");
        }

        var mayRun = !isDryRun && reader.Rejected.Count == 0;
        int? number = null;
        if (mayRun && plan.New.Count > 0)
        {
            number = (await db.GrantImports.MaxAsync(one => (int?)one.Number, cancellation) ?? 0) + 1;
            var import = new GrantImport
            {
                Number = number.Value,
                File = name,
                Hash = hash,
                At = clock.GetUtcNow(),
                Actor = actor,
                Mapping = mapping.ToJson(),
                IsMadeUp = isMadeUp,
                Rows = plan.Rows,
                Added = plan.Added,
                Replaced = plan.Replaced,
                Unchanged = plan.Unchanged,
            };
            await Write(import, plan.New, madeUp, cancellation);
            await transaction.CommitOwn(cancellation);
        }

        return new Outcome.Read(
            new Result(
                name,
                plan.Rows,
                plan.Added,
                plan.Replaced,
                plan.Unchanged,
                [.. reader.Rejected.OrderBy(one => one.Row)],
                mayRun,
                number,
                [.. Notices(table, mapping, plan, madeUp.Count > 0), .. await Lost(mapping, plan, cancellation)],
                reader.UnknownAreas
            )
        );
    }

    private async Task Write(
        GrantImport import,
        IReadOnlyList<ArraySegment<GrantRow>> cases,
        IReadOnlyList<int> aside,
        CancellationToken cancellation
    )
    {
        var number = import.Number;
        db.GrantImports.Add(import);
        await db.Save(new Change(import.Actor, "grant.import", import.File), cancellation);
        foreach (var row in cases.SelectMany(rows => rows))
        {
            row.Import = number;
        }

        var sums = new GrantSums(await db.GrantSums.AsNoTracking().ToListAsync(cancellation));
        var counting = Task.Run(() => sums.Add(cases), cancellation); // while the rows are written
        try
        {
            await db.InsertMany(cases.SelectMany(rows => rows), cancellation);
        }
        finally
        {
            await counting;
        }

        await db
            .GrantRows.Where(row => row.ReplacedBy == null && aside.Contains(row.Import))
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.ReplacedBy, number), cancellation);
        if (import.Replaced > 0)
        {
            await db
                .GrantRows.Where(row =>
                    row.ReplacedBy == null
                    && row.Import != number
                    && db.GrantRows.Any(other => other.Import == number && other.Case == row.Case)
                )
                .ExecuteUpdateAsync(row => row.SetProperty(r => r.ReplacedBy, number), cancellation);
        }

        await KeepSums(sums, number, cancellation);
    }

    /// <summary>Takes what is replaced from the sums, and keeps them.</summary>
    private async Task KeepSums(GrantSums sums, int number, CancellationToken cancellation)
    {
        List<GrantRow> replaced = [];
        await foreach (
            var row in db
                .GrantRows.AsNoTracking()
                .Where(row => row.ReplacedBy == number)
                .OrderBy(row => row.Case)
                .AsAsyncEnumerable()
                .WithCancellation(cancellation)
        )
        {
            if (replaced.Count > 0 && replaced[0].Case != row.Case)
            {
                sums.Remove(replaced);
                replaced.Clear();
            }

            replaced.Add(row);
        }

        sums.Remove(replaced);
        await db.GrantSums.ExecuteDeleteAsync(cancellation);
        await db.InsertMany(sums.All, cancellation);
    }

    private async Task<Dictionary<string, Guid>> PresentDigests(
        IReadOnlyList<int> aside,
        CancellationToken cancellation
    ) =>
        await db
            .GrantRows.Where(row => row.ReplacedBy == null && row.Digest != null && !aside.Contains(row.Import))
            .Select(row => new { row.Case, row.Digest })
            .ToDictionaryAsync(row => row.Case, row => row.Digest!.Value, StringComparer.Ordinal, cancellation);

    /// <summary>What cases that are replaced have said, and no longer will, since the file has no column for it.</summary>
    private async Task<IEnumerable<string>> Lost(ColumnMapping mapping, Plan plan, CancellationToken cancellation)
    {
        if (plan.Replaced == 0)
        {
            return [];
        }

        var earlier = await db
            .GrantImports.Where(import => !import.IsMadeUp)
            .Select(import => import.Mapping)
            .Distinct()
            .ToListAsync(cancellation);
        var said = earlier
            .SelectMany(json => ColumnMapping.Read(json).Mapping?.Columns.Keys ?? [])
            .ToHashSet(StringComparer.Ordinal);
        var lost = GrantField
            .All.Where(field => said.Contains(field.Id) && !mapping.Columns.ContainsKey(field.Id))
            .Select(field => field.Name)
            .ToList();
        return lost.Count == 0
            ? []
            :
            [
                $"Tidigare filer har haft uppgifter som den här saknar: {SwedishText.Enumeration(lost)}. I ärenden som ersätts blir de tomma.",
            ];
    }

    private static IEnumerable<string> Notices(GrantTable table, ColumnMapping mapping, Plan plan, bool putsAside)
    {
        var unread = table
            .Heads.Where(head =>
                head.Length > 0 && !mapping.Columns.Values.Contains(head, StringComparer.OrdinalIgnoreCase)
            )
            .ToList();
        if (unread.Count > 0)
        {
            yield return $"Kolumner som inte läses: {SwedishText.Enumeration(unread)}.";
        }

        if (mapping.Unit == AmountUnit.Kronor && plan.MiddleGrant is > 0 and < UnlikelyMiddle)
        {
            yield return $"Hälften av ärendena är på högst {SwedishFigures.Of(plan.MiddleGrant / 100m)} kronor. Är beloppen i tusental kronor? Ange då enheten.";
        }

        if (plan.WithoutArea > 0)
        {
            yield return $"Rader utan strategiskt område: {SwedishFigures.Of(plan.WithoutArea)}. De räknas för sig.";
        }

        if (putsAside)
        {
            yield return "De påhittade besluten läggs åt sidan när de här läses in.";
        }
    }

    /// <summary>What the rows of a file are, beside what is there.</summary>
    private sealed record Plan(
        int Rows,
        int Added,
        int Replaced,
        int Unchanged,
        IReadOnlyList<ArraySegment<GrantRow>> New,
        long MiddleGrant,
        int WithoutArea
    )
    {
        public static Plan Of(
            IReadOnlyList<ArraySegment<GrantRow>> cases,
            GrantRowReader reader,
            Dictionary<string, Guid> present
        )
        {
            var rejected = reader.Rejected.Select(one => one.Row).ToHashSet();
            var (added, replaced, unchanged) = (0, 0, 0);
            // Of a first file all are: a million more places to hold them are saved.
            List<ArraySegment<GrantRow>>? fresh = present.Count == 0 ? null : [];
            foreach (var rows in cases)
            {
                var whole = rejected.Count == 0 ? rows.Count : rows.Count(row => !rejected.Contains(row.Number));
                if (!present.TryGetValue(rows[0].Case, out var digest))
                {
                    added += whole;
                    fresh?.Add(rows);
                }
                else if (digest != rows[0].Digest)
                {
                    replaced += whole;
                    fresh?.Add(rows);
                }
                else
                {
                    unchanged += whole;
                }
            }

            long[] grants = [.. cases.Select(GrantedIn).Where(sum => sum > 0)];
            Array.Sort(grants);
            return new Plan(
                added + replaced + unchanged + rejected.Count,
                added,
                replaced,
                unchanged,
                fresh ?? cases,
                grants.Length == 0 ? 0 : grants[grants.Length / 2],
                cases.Sum(WithoutAreaIn)
            );
        }

        // Without an enumerator for each of a million cases.
        private static long GrantedIn(ArraySegment<GrantRow> rows)
        {
            var granted = 0L;
            foreach (var row in rows.AsSpan())
            {
                granted += row.Granted;
            }

            return granted;
        }

        private static int WithoutAreaIn(ArraySegment<GrantRow> rows)
        {
            var without = 0;
            foreach (var row in rows.AsSpan())
            {
                without += row.Area is null ? 1 : 0;
            }

            return without;
        }
    }

    public abstract record Outcome
    {
        private Outcome() { }

        public sealed record Read(Result Result) : Outcome;

        /// <param name="Message">Why the file cannot be read at all, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
