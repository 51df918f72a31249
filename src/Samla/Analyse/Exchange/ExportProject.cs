using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Exchange;

/// <summary>A round's answers, codebook and codings, for other programs for qualitative analysis.</summary>
public sealed class ExportProject(SamlaDb db, ActorNames names)
{
    private const int LongestName = 200;

    /// <summary>The answers that count and what was coded in them; null where there is no such round.</summary>
    public async Task<ExchangeProject?> Run(Key<Round> id, CancellationToken cancellation)
    {
        var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellation);
        if (round is null)
        {
            return null;
        }

        var answers = await Answers(id, cancellation);
        var current = db.CurrentAnswers(id).Select(answer => answer.SourceId);
        var codings = await db
            .Codings.AsNoTracking()
            .Where(coding => current.Contains(coding.SourceId))
            .ToListAsync(cancellation);
        var memos = await db
            .Memos.AsNoTracking()
            .Where(memo => memo.SourceId != null && current.Contains(memo.SourceId.Value))
            .ToListAsync(cancellation);
        var codes = await db
            .Codes.AsNoTracking()
            .Where(code => code.RoundId == id && code.MergedIntoId == null)
            .OrderBy(code => code.Order)
            .ToListAsync(cancellation);
        return new(
            Marked(round.Title, round.Mark),
            await Users(codings, memos, cancellation),
            Tree(codes.ToLookup(code => code.ParentId), parent: null),
            [
                new(ExchangeIds.County, "Länskod", ExchangeType.Text),
                new(ExchangeIds.Round, "Omgång", ExchangeType.Text),
            ],
            Cases(id, answers),
            Sources(round, answers, codings.ToLookup(one => one.SourceId), memos.ToLookup(one => one.SourceId!.Value))
        );
    }

    private sealed record Answer(Reporter Reporter, Requirement Requirement, Source Source);

    private async Task<List<Answer>> Answers(Key<Round> id, CancellationToken cancellation) => [.. (
                await (
                    from answer in db.CurrentAnswers(id)
                    join source in db.Sources on answer.SourceId equals source.Id
                    join reporter in db.Reporters on answer.ReporterId equals reporter.Id
                    join round in db.Rounds on source.RoundId equals round.Id
                    join requirement in db.Requirements
                        on new { round.TemplateId, Id = answer.RequirementId } equals new
                        {
                            requirement.TemplateId,
                            requirement.Id,
                        }
                    where source.Text != ""
                    select new Answer(reporter, requirement, source)
                )
                    .AsNoTracking()
                    .ToListAsync(cancellation)
            ).OrderBy(answer => answer.Reporter.Kind).ThenBy(answer => answer.Reporter.Id.Value, StringComparer.Ordinal).ThenBy(answer => answer.Requirement.Id.Value, StringComparer.Ordinal)];

    private async Task<IReadOnlyList<ExchangeUser>> Users(
        IEnumerable<Coding> codings,
        IEnumerable<Memo> memos,
        CancellationToken cancellation
    )
    {
        List<string> coders =
        [
            .. codings
                .Select(coding => coding.Coder)
                .Concat(memos.Select(memo => memo.Author))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
        var called = await names.Run(coders, cancellation);
        return [.. coders.Select(coder => new ExchangeUser(ExchangeIds.OfCoder(coder), called[coder]))];
    }

    private static IReadOnlyList<ExchangeCode> Tree(ILookup<Key<Code>?, Code> codes, Key<Code>? parent) =>
        [
            .. codes[parent]
                .Select(code => new ExchangeCode(
                    ExchangeIds.Of(code.RoundId, code.Id),
                    code.Label,
                    Description(code),
                    Colour: null,
                    code.Kind == CodeKind.Leaf,
                    Tree(codes, code.Id)
                )),
        ];

    /// <summary>A code's words as one text; null where it has none.</summary>
    internal static string? Description(Code code)
    {
        string[] parts =
        [
            code.Definition,
            code.Inclusion.Length > 0 ? $"Ta med: {code.Inclusion}" : "",
            code.Exclusion.Length > 0 ? $"Ta inte med: {code.Exclusion}" : "",
        ];
        return string.Join("\n\n", parts.Where(part => part.Length > 0)) is { Length: > 0 } description
            ? description
            : null;
    }

    private static IReadOnlyList<ExchangeCase> Cases(Key<Round> round, IEnumerable<Answer> answers) =>
        [
            .. from answer in answers
            group answer by answer.Reporter.Id into own
            let reporter = own.First().Reporter
            select new ExchangeCase(
                ExchangeIds.Of(round, reporter.Id),
                reporter.Name,
                Values(round, reporter),
                [.. own.Select(answer => answer.Source.Id.Value)]
            ),
        ];

    private static IReadOnlyList<ExchangeValue> Values(Key<Round> round, Reporter reporter)
    {
        ExchangeValue inRound = new(ExchangeIds.Round, round.Value);
        return reporter.County is { } county ? [new(ExchangeIds.County, county.ToString()), inRound] : [inRound];
    }

    private static IReadOnlyList<ExchangeSource> Sources(
        Round round,
        IEnumerable<Answer> answers,
        ILookup<Id<Source>, Coding> codings,
        ILookup<Id<Source>, Memo> memos
    ) =>
        [
            .. answers.Select(answer => new ExchangeSource(
                answer.Source.Id.Value,
                Marked($"{answer.Reporter.Name}: {answer.Requirement.Title}", round.Tag),
                answer.Source.Text,
                [
                    .. codings[answer.Source.Id]
                        .OrderBy(coding => coding.Start)
                        .ThenBy(coding => coding.Length)
                        .ThenBy(coding => coding.Id.Value)
                        .Select(Selection),
                ],
                [.. memos[answer.Source.Id].OrderBy(memo => memo.Id.Value).Select(Note)],
                Values(round.Id, answer.Reporter)
            )),
        ];

    private static ExchangeSelection Selection(Coding coding)
    {
        var user = ExchangeIds.OfCoder(coding.Coder);
        var at = WholeSeconds(coding.CodedAt);
        var code = ExchangeIds.Of(coding.RoundId, coding.CodeId);
        return new(
            ExchangeIds.OfSelection(coding.Id),
            Short(coding.Quote),
            coding.Start,
            coding.End,
            user,
            at,
            [new(coding.Id.Value, code, user, at)]
        );
    }

    private static ExchangeNote Note(Memo memo) =>
        new(memo.Id.Value, "Anteckning", memo.Text, ExchangeIds.OfCoder(memo.Author), WholeSeconds(memo.WrittenAt));

    /// <summary>Whoever reads the file must see what the texts are, as on every page.</summary>
    private static string Marked(string name, string? mark) => mark is null ? name : $"{name} ({mark})";

    private static string Short(string quote) =>
        quote.Length <= LongestName ? quote
        : char.IsHighSurrogate(quote[LongestName - 1]) ? $"{quote[..(LongestName - 1)]}…"
        : $"{quote[..LongestName]}…";

    private static DateTimeOffset WholeSeconds(DateTimeOffset at) =>
        DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());
}
