using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Exchange;

/// <summary>A round's answers, documents, codebook and codings, for other programs for qualitative analysis.</summary>
public sealed class ExportProject(SamlaDb db, ActorNames names)
{
    private const int LongestName = 200;

    /// <summary>The texts that count and what was coded in them; null where there is no such round.</summary>
    public async Task<ExchangeProject?> Run(Key<Round> id, CancellationToken cancellation)
    {
        var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellation);
        if (round is null)
        {
            return null;
        }

        var texts = await Texts(round, cancellation);
        var current = db.CurrentSources(id).Select(one => one.Source.Id);
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
        var notes = await ProjectNotes.Read(db, round, codings, cancellation);
        var project = new ExchangeProject(
            Marked(round.Title, round.Mark),
            await Users(codings, memos, notes.Actors, cancellation),
            Tree(codes.ToLookup(code => code.ParentId), parent: null),
            [
                new(ExchangeIds.County, "Länskod", ExchangeType.Text),
                new(ExchangeIds.Round, "Omgång", ExchangeType.Text),
            ],
            Cases(id, texts),
            Sources(round, texts, codings.ToLookup(one => one.SourceId), memos.ToLookup(one => one.SourceId!.Value))
        );
        return notes.On(project);
    }

    private sealed record Text(Source Source, Reporter? Reporter, Requirement? Requirement, Document? Document);

    /// <summary>Answers by reporter and requirement, then documents by their ids.</summary>
    private async Task<IReadOnlyList<Text>> Texts(Round round, CancellationToken cancellation)
    {
        var texts = await (
            from current in db.CurrentSources(round.Id)
            from requirement in db
                .Requirements.Where(one => one.TemplateId == round.TemplateId && one.Id == current.Source.RequirementId)
                .DefaultIfEmpty()
            where current.Source.Text != ""
            select new Text(current.Source, current.Reporter, requirement, current.Document)
        )
            .AsNoTracking()
            .ToListAsync(cancellation);
        return
        [
            .. texts
                .OrderBy(text => text.Reporter is null)
                .ThenBy(text => text.Reporter?.Kind)
                .ThenBy(text => text.Reporter?.Id.Value, StringComparer.Ordinal)
                .ThenBy(text => text.Requirement?.Id.Value, StringComparer.Ordinal)
                .ThenBy(text => text.Document?.Id.Value),
        ];
    }

    private async Task<IReadOnlyList<ExchangeUser>> Users(
        IEnumerable<Coding> codings,
        IEnumerable<Memo> memos,
        IEnumerable<string> others,
        CancellationToken cancellation
    )
    {
        List<string> coders =
        [
            .. codings
                .Select(coding => coding.Coder)
                .Concat(memos.Select(memo => memo.Author))
                .Concat(others)
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

    private static IReadOnlyList<ExchangeCase> Cases(Key<Round> round, IEnumerable<Text> texts) =>
        [
            .. from text in texts
            where text.Reporter is not null
            group text by text.Reporter!.Id into own
            let reporter = own.First().Reporter!
            select new ExchangeCase(
                ExchangeIds.Of(round, reporter.Id),
                reporter.Name,
                Values(round, reporter.County),
                [.. own.Select(text => text.Source.Id.Value)]
            ),
        ];

    internal static IReadOnlyList<ExchangeValue> Values(Key<Round> round, RegionCode? about)
    {
        ExchangeValue inRound = new(ExchangeIds.Round, round.Value);
        return about is { } county ? [new(ExchangeIds.County, county.ToString()), inRound] : [inRound];
    }

    private static IReadOnlyList<ExchangeSource> Sources(
        Round round,
        IEnumerable<Text> texts,
        ILookup<Id<Source>, Coding> codings,
        ILookup<Id<Source>, Memo> memos
    ) =>
        [
            .. texts.Select(text => new ExchangeSource(
                text.Source.Id.Value,
                text.Document?.Title ?? Marked($"{text.Reporter!.Name}: {text.Requirement!.Title}", round.Tag),
                text.Source.Text,
                [
                    .. codings[text.Source.Id]
                        .OrderBy(coding => coding.Start)
                        .ThenBy(coding => coding.Length)
                        .ThenBy(coding => coding.Id.Value)
                        .Select(Selection),
                ],
                [.. memos[text.Source.Id].OrderBy(memo => memo.Id.Value).Select(memo => Note(memo, "Anteckning"))],
                Values(round.Id, text.Reporter?.County ?? text.Document?.County)
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
            [new(coding.Id.Value, code, user, at) { IsStarred = coding.IsStarred }]
        );
    }

    internal static ExchangeNote Note(Memo memo, string name) =>
        new(memo.Id.Value, name, memo.Text, ExchangeIds.OfCoder(memo.Author), WholeSeconds(memo.WrittenAt))
        {
            ChangedAt = memo.ChangedAt is { } at ? WholeSeconds(at) : null,
        };

    /// <summary>Whoever reads the file must see what the texts are, as on every page.</summary>
    private static string Marked(string name, string? mark) => mark is null ? name : $"{name} ({mark})";

    private static string Short(string quote) =>
        quote.Length <= LongestName ? quote
        : char.IsHighSurrogate(quote[LongestName - 1]) ? $"{quote[..(LongestName - 1)]}…"
        : $"{quote[..LongestName]}…";

    internal static DateTimeOffset WholeSeconds(DateTimeOffset at) =>
        DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());
}
