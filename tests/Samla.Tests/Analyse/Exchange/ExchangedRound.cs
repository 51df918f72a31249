using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Analyse.Exchange;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Tests.Testing;

namespace Samla.Tests.Analyse.Exchange;

/// <summary>The sample round as it goes out and comes back.</summary>
internal static class ExchangedRound
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static ExchangeProject Coded(string text, string label, params (int Start, int End)[] places)
    {
        var project = ExchangeSample.Of(
            text,
            [.. places.Select(place => ExchangeSample.Words(text, text[place.Start..place.End], ExchangeSample.Money))]
        );
        return project with { Codes = [new(ExchangeSample.Money, label, null, null, true, [])] };
    }

    public static async Task Code(TestDatabase database, string words, string coder)
    {
        var source = await database.Source(Sample2023.Värmland, Sample2023.Strategy);
        Assert.IsType<AddCoding.Outcome.Added>(
            await database.Ask(
                (AddCoding add) =>
                    add.Run(
                        source.Id,
                        Sample2023.Revises,
                        words,
                        source.Text.IndexOf(words, StringComparison.Ordinal),
                        coder,
                        Stop
                    )
            )
        );
    }

    public static async Task<ExchangeProject> Export(TestDatabase database) =>
        (await database.Ask((ExportProject export) => export.Run(Sample2023.Round, Stop)))!;

    public static async Task<ExchangeImport.Imported> Import(TestDatabase database, ExchangeProject project) =>
        Assert.IsType<ExchangeImport.Imported>(
            await database.Ask(
                (ImportProject import) => import.Run(Sample2023.Round, project, isDryRun: false, "Cilla", Stop)
            )
        );

    public static Task<int> Codings(TestDatabase database) =>
        database.Ask((SamlaDb db) => db.Codings.CountAsync(coding => coding.RoundId == Sample2023.Round, Stop));

    /// <summary>Takes all away, as if nobody had coded or noted.</summary>
    public static Task<bool> Clear(TestDatabase database) =>
        database.Ask(
            async (SamlaDb db) =>
            {
                db.Codings.RemoveRange(await db.Codings.ToListAsync(Stop));
                db.Attributions.RemoveRange(await db.Attributions.ToListAsync(Stop));
                db.Memos.RemoveRange(await db.Memos.ToListAsync(Stop));
                await db.Save(new Change("test", "coding.clear", "2023"), Stop);
                return true;
            }
        );

    public static async Task<string> Says(TestDatabase database)
    {
        var rows = await database.Ask((ReadMatrix read) => read.Run(Sample2023.Round, Stop));
        return string.Join('\n', rows!.Select(row => $"{row.Code.Id} {string.Join(' ', row.Standing.Says)}"));
    }

    public static IEnumerable<ExchangeCode> All(IEnumerable<ExchangeCode> codes) =>
        codes.SelectMany(code => All(code.Children).Prepend(code));

    /// <summary>Memos of each kind, one of them changed; a star; a code without words by two people.</summary>
    public static async Task Note(TestDatabase database)
    {
        var source = await database.Source(Sample2023.Värmland, Sample2023.Strategy);
        var coding = await database.Ask(
            (SamlaDb db) => db.Codings.Where(one => one.SourceId == source.Id).OrderBy(one => one.Id).FirstAsync(Stop)
        );
        await database.Ask((StarCoding star) => star.Run(coding.Id, isStarred: true, "Åsa", Stop));
        await Write(database, new MemoSubject.OfSource(source.Id), "Läs igen 🌾.\n\nOch fråga.", "Åsa");
        await Write(database, new MemoSubject.OfCoding(coding.Id), "<Är> det & säkert?", "Bo");
        await Write(database, new MemoSubject.OfCode(Sample2023.Revises), "Gäller koden.", "Åsa");
        await Write(database, new MemoSubject.OfCode(Sample2023.Named<Code>("g-rus-lage")), "Gäller gruppen.", "Åsa");
        await Write(database, new MemoSubject.OfRequirement(Sample2023.Strategy), "Gäller alla svar.", "Bo");
        var memo = await Write(database, new MemoSubject.OfRequirement(Sample2023.Strategy), "Först så.", "Åsa");
        Assert.IsType<WriteMemo.Outcome.Written>(
            await database.Ask((WriteMemo write) => write.Change(memo, "Sedan så.", "Åsa", Stop))
        );
        foreach (var coder in (string[])["Åsa", "Bo"])
        {
            Assert.IsType<AttributeCode.Outcome.Added>(
                await database.Ask(
                    (AttributeCode give) =>
                        give.Run(
                            Sample2023.Round,
                            Sample2023.Revises,
                            Sample2023.Värmland,
                            $"Står i avsnitt 3, säger {coder}.",
                            coder,
                            Stop
                        )
                )
            );
        }
    }

    private static async Task<Id<Memo>> Write(TestDatabase database, MemoSubject subject, string text, string author) =>
        Assert
            .IsType<WriteMemo.Outcome.Written>(
                await database.Ask((WriteMemo write) => write.Run(Sample2023.Round, subject, text, author, Stop))
            )
            .Memo;
}
