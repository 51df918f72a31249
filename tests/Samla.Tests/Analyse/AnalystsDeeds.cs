using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Analyse;

/// <summary>What Åsa can do with the codes of one requirement and with what is coded by them, each time with others of them.</summary>
internal sealed class AnalystsDeeds(TestDatabase database, Random random)
{
    private const string Actor = "Åsa";
    private const int WordsLength = 9;

    /// <summary>What the answers say when they are handed in anew; none of the old words stand in it.</summary>
    private static readonly string NewText = string.Concat(
        Enumerable.Range(1, 30).Select(year => $"År {year} odlar vi bär nummer {year} på ön. ")
    );

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Each with its name. What one does is one step, or nothing where chance has it so.</summary>
    public IReadOnlyList<(string Name, Func<Task> Do)> All =>
        [
            ("give a code", GiveCode),
            ("take a code off", TakeCodeOff),
            ("star", Star),
            ("mark as read", MarkAsRead),
            ("note on a coding", () => Note(now => new MemoSubject.OfCoding(Any(now.Codings).Id))),
            ("note on a code", () => Note(now => new MemoSubject.OfCode(Any(now.Codes).Id))),
            ("note on a source", () => Note(now => new MemoSubject.OfSource(now.Source.Id))),
            ("note on a requirement", () => Note(_ => new MemoSubject.OfRequirement(Sample2023.Strategy))),
            ("give a code without words", GiveWithoutWords),
            ("add a code", Add),
            ("merge codes", Merge),
            ("split a code", Split),
            ("move a code", Move),
            ("edit a code", Edit),
            ("retire a code", Retire),
            ("accept a suggestion", () => Judge((_, suggested) => suggested)),
            ("correct a suggestion", () => Judge((now, suggested) => Any(now.Given.FindAll(one => one != suggested)))),
            ("reject a suggestion", () => Judge((_, _) => null)),
            ("place a coding", Place),
            ("let a coding go", LetGo),
        ];

    /// <summary>Has some answers handed in anew, so that their codings wait to be placed.</summary>
    public async Task HandInAnew()
    {
        foreach (var reporter in (Key<Reporter>[])[Sample2023.Värmland, Sample2023.Dalarna])
        {
            await database.Save(reporter, Sample2023.Strategy, NewText, seen: 1);
            await database.Submit(reporter);
        }
    }

    /// <param name="Source">An answer that was handed in anew.</param>
    /// <param name="Codes">Those that are not merged with others.</param>
    /// <param name="Waiting">Those of <paramref name="Codings"/> that wait to be placed.</param>
    private sealed record State(
        Source Source,
        bool IsRead,
        List<Code> Codes,
        List<Code> Groups,
        List<Coding> Codings,
        List<Coding> Waiting
    )
    {
        public List<Code> Given => Codes.FindAll(code => code.IsGiven);
    }

    private async Task<State> Look()
    {
        var source = await database.Source(Sample2023.Värmland, Sample2023.Strategy);
        var list = (await database.Ask((ListUnplaced list) => list.Run(Sample2023.Round, Stop)))!;
        return await database.Ask(
            async (SamlaDb db) =>
            {
                var codes = await db
                    .Codes.AsNoTracking()
                    .Where(code => code.RoundId == Sample2023.Round && code.RequirementId == Sample2023.Strategy)
                    .Where(code => code.MergedIntoId == null)
                    .OrderBy(code => code.Order)
                    .ToListAsync(Stop);
                var ids = codes.ConvertAll(code => code.Id);
                return new State(
                    source,
                    await db.Readings.AnyAsync(one => one.SourceId == source.Id && one.Reader == Actor, Stop),
                    codes.FindAll(code => code.Kind == CodeKind.Leaf),
                    codes.FindAll(code => code.Kind == CodeKind.Group),
                    await db
                        .Codings.AsNoTracking()
                        .Where(coding => ids.Contains(coding.CodeId))
                        .OrderBy(coding => coding.Id)
                        .ToListAsync(Stop),
                    [.. list.Texts.SelectMany(text => text.Codings).Select(one => one.Coding)]
                );
            }
        );
    }

    private async Task GiveCode()
    {
        var now = await Look();
        var (start, words) = Words(now.Source.Text);
        await database.Ask((AddCoding add) => add.Run(now.Source.Id, Any(now.Given).Id, words, start, Actor, Stop));
    }

    private async Task TakeCodeOff()
    {
        var now = await Look();
        await database.Ask((RemoveCoding remove) => remove.Run(Any(now.Codings).Id, Actor, Stop));
    }

    private async Task Star()
    {
        var coding = Any((await Look()).Codings);
        await database.Ask((StarCoding star) => star.Run(coding.Id, !coding.IsStarred, Actor, Stop));
    }

    private async Task MarkAsRead()
    {
        var now = await Look();
        await database.Ask((MarkRead mark) => mark.Run(now.Source.Id, !now.IsRead, Actor, Stop));
    }

    private async Task Note(Func<State, MemoSubject> about)
    {
        var subject = about(await Look());
        await database.Ask((WriteMemo write) => write.Run(Sample2023.Round, subject, "Ord.", Actor, Stop));
    }

    private async Task GiveWithoutWords()
    {
        var code = Any((await Look()).Given);
        await database.Ask(
            (AttributeCode give) =>
                give.Run(Sample2023.Round, code.Id, Sample2023.Värmland, "Se avsnitt 2.", Actor, Stop)
        );
    }

    private async Task Add()
    {
        var now = await Look();
        var kind = Any([CodeKind.Leaf, CodeKind.Group]);
        await database.Ask(
            (AddCode add) => add.Run(Sample2023.Round, kind, Any(now.Groups).Id, NewWords(), null, Actor, Stop)
        );
    }

    private async Task Merge()
    {
        var now = await Look();
        var (from, into) = (Any(now.Codes), Any(now.Given));
        await database.Ask((MergeCodes merge) => merge.Run(Sample2023.Round, from.Id, into.Id, Actor, Stop));
    }

    private async Task Split()
    {
        var now = await Look();
        var code = Any(now.Codings).CodeId;
        var some = now.Codings.FindAll(one => one.CodeId == code).Take(3).Select(one => one.Id).ToList();
        await database.Ask((SplitCode split) => split.Run(Sample2023.Round, code, NewWords(), some, Actor, Stop));
    }

    private async Task Move()
    {
        var now = await Look();
        var (code, group, before) = (Any(now.Codes), Any(now.Groups), Any(now.Codes));
        await database.Ask((MoveCode move) => move.Run(Sample2023.Round, code.Id, group.Id, before.Id, Actor, Stop));
    }

    private async Task Edit()
    {
        var code = Any((await Look()).Codes);
        await database.Ask(
            (EditCode edit) => edit.Run(Sample2023.Round, code.Id, NewWords(), CodeWords.Of(code), Actor, Stop)
        );
    }

    private async Task Retire()
    {
        var code = Any((await Look()).Codes);
        await database.Ask(
            (RetireCode retire) => retire.Run(Sample2023.Round, code.Id, code.RetiredAt is null, Actor, Stop)
        );
    }

    /// <param name="give">The code that is given in the place of the one that was suggested; null for none.</param>
    private async Task Judge(Func<State, Code, Code?> give)
    {
        var now = await Look();
        var suggested = Any(now.Given);
        var given = give(now, suggested);
        var (start, words) = Words(now.Source.Text);
        await database.Ask(
            (JudgeSuggestion judge) =>
                judge.Run(now.Source.Id, suggested.Id, given?.Id, start, words.Length, 0.5, null, Actor, Stop)
        );
    }

    private async Task Place()
    {
        var now = await Look();
        if (now.Waiting.Count > 0)
        {
            var (start, words) = Words(NewText);
            await database.Ask((PlaceCoding place) => place.Run(Any(now.Waiting).Id, words, start, Actor, Stop));
        }
    }

    private async Task LetGo()
    {
        var now = await Look();
        if (now.Waiting.Count > 0)
        {
            await database.Ask((PlaceCoding place) => place.Drop(Any(now.Waiting).Id, Actor, Stop));
        }
    }

    private CodeWords NewWords() => new($"Kod {random.Next(1_000_000)}", "d", "i", "e");

    private (int Start, string Words) Words(string text)
    {
        var start = random.Next(text.Length - WordsLength);
        return (start, text.Substring(start, WordsLength));
    }

    private T Any<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];
}
