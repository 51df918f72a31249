using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Grants;

namespace Samla.Grants;

/// <summary>
/// Reads in how many live in each municipality and of what kind it is. All municipalities or none: with one missing its county would seem to have fewer inhabitants. What
/// was read in before is replaced.
/// </summary>
public sealed class ImportMunicipalities(SamlaDb db, GrantTerms terms, TimeProvider clock)
{
    private const int EarliestYear = 1968;
    private const int MostShown = 10;

    // In the order of a file's columns, in the words that a head may have.
    private static readonly (string Name, string[] Heads)[] Columns =
    [
        ("kommun", ["kommun", "kommunkod", "region", "municipality"]),
        ("invånare", ["invånare", "folkmängd", "antal invånare", "inhabitants"]),
        ("kommungrupp", ["kommungrupp", "grupp", "kommuntyp", "kind"]),
    ];

    /// <param name="content">The file, CSV or XLSX, with a row for each municipality.</param>
    /// <param name="year">The year at whose end the inhabitants were counted.</param>
    /// <param name="actor">Who reads it in.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<Outcome> Run(Stream content, int year, string actor, CancellationToken cancellation)
    {
        var latest = SwedishTime.DayOf(clock.GetUtcNow()).Year - 1; // the last that has ended
        if (year < EarliestYear || year > latest)
        {
            return new Outcome.Refused([$"Året ska vara mellan {EarliestYear} och {latest}."]);
        }

        var (table, refusal) = GrantTable.Open(content);
        if (table is null)
        {
            return new Outcome.Refused([refusal!]);
        }

        int[] places = [.. Columns.Select(column => PlaceOf(table, column.Heads))];
        if (places.Contains(-1))
        {
            List<string> missing =
            [
                .. Columns.Zip(places).Where(one => one.Second < 0).Select(one => $"”{one.First.Name}”"),
            ];
            return new Outcome.Refused([
                $"Filen saknar {(missing.Count == 1 ? "kolumnen" : "kolumnerna")} {SwedishText.Enumeration(missing)}.",
            ]);
        }

        var (facts, trouble) = Read(table, places, year, cancellation);
        if (trouble.Count > 0)
        {
            return new Outcome.Refused(
                trouble.Count <= MostShown
                    ? trouble
                    : [.. trouble.Take(MostShown), $"Och {SwedishFigures.Of(trouble.Count - MostShown)} fel till."]
            );
        }

        await using var transaction = await db.BeginAlone(cancellation);
        await db.MunicipalityFacts.ExecuteDeleteAsync(cancellation);
        db.MunicipalityFacts.AddRange(facts);
        await db.Save(new Change(actor, "municipality.import", $"{year}"), cancellation);
        await transaction.CommitOwn(cancellation);
        return new Outcome.Done(facts.Count, facts.Select(fact => fact.Kind).Distinct().Count());
    }

    private static int PlaceOf(GrantTable table, string[] heads)
    {
        for (var at = 0; at < table.Heads.Count; at++)
        {
            if (heads.Contains(table.Heads[at], StringComparer.OrdinalIgnoreCase))
            {
                return at;
            }
        }

        return -1;
    }

    private (List<MunicipalityFact> Facts, List<string> Trouble) Read(
        GrantTable table,
        int[] places,
        int year,
        CancellationToken cancellation
    )
    {
        var facts = new Dictionary<string, MunicipalityFact>(StringComparer.Ordinal);
        var trouble = new List<string>();
        foreach (var (number, cells) in table.Rows)
        {
            cancellation.ThrowIfCancellationRequested();
            string[] texts = [.. places.Select(place => place < cells.Count ? cells[place].Trim() : "")];
            if (texts.All(text => text.Length == 0))
            {
                continue;
            }

            if (cells.Count > table.Heads.Count || cells.Any(cell => cell.AsSpan().ContainsAny('\n', '\r')))
            {
                trouble.Add(
                    $"Rad {number} har fler celler än filen har kolumner. Står det ett komma i ett tal, eller saknas ett citattecken?"
                );
                continue;
            }

            var (code, unknown) = terms.MunicipalityCode(texts[0]);
            if (unknown is not null)
            {
                trouble.Add($"Rad {number}: {unknown}");
            }
            else if (InhabitantsOf(texts[1]) is not { } inhabitants)
            {
                trouble.Add($"Rad {number}: ”{texts[1]}” är inget antal invånare.");
            }
            else if (texts[2].Length is 0 or > MunicipalityFact.LongestKind)
            {
                trouble.Add(
                    $"Rad {number}: kommungruppen saknas eller är längre än {MunicipalityFact.LongestKind} tecken."
                );
            }
            else if (
                !facts.TryAdd(
                    code!,
                    new MunicipalityFact
                    {
                        Code = code!,
                        Inhabitants = inhabitants,
                        Kind = texts[2],
                        Year = year,
                    }
                )
            )
            {
                trouble.Add($"Rad {number}: kommunen {texts[0]} står två gånger.");
            }
        }

        List<string> missing =
        [
            .. terms
                .Municipalities.Where(one => !facts.ContainsKey(one.Code))
                .Select(one => one.ShortName)
                .Order(SwedishText.Order),
        ];
        if (trouble.Count == 0 && missing.Count > 0)
        {
            trouble.Add(
                $"Filen saknar {SwedishText.Enumeration(missing.Count <= MostShown ? missing : [.. missing.Take(MostShown), $"{SwedishFigures.Of(missing.Count - MostShown)} till"])}. Alla kommuner ska vara med."
            );
        }

        return ([.. facts.Values], trouble);
    }

    /// <summary>A number that may have spaces between its thousands; null where it is none.</summary>
    private static int? InhabitantsOf(string text)
    {
        const int Most = 10_000_000;
        var digits = string.Concat(text.Where(sign => !char.IsWhiteSpace(sign)));
        return
            int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count is > 0 and <= Most
            ? count
            : null;
    }

    public abstract record Outcome
    {
        private Outcome() { }

        /// <param name="Municipalities">How many.</param>
        /// <param name="Kinds">How many kinds they are of.</param>
        public sealed record Done(int Municipalities, int Kinds) : Outcome;

        /// <param name="Messages">What is wrong, in Swedish sentences; nothing is read in.</param>
        public sealed record Refused(IReadOnlyList<string> Messages) : Outcome;
    }
}
