using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Exchange;

/// <summary>What was noted of a round's codings, codes and requirements, and the codes that were given without words, as a project has them.</summary>
internal sealed class ProjectNotes
{
    private readonly Key<Round> _round;
    private readonly Dictionary<Guid, Guid> _merged;
    private readonly ILookup<Guid, Memo> _memos;
    private readonly List<Given> _given;
    private readonly List<Requirement> _requirements;
    private readonly ILookup<Key<Requirement>?, Id<Source>> _answers;

    private ProjectNotes(
        Key<Round> round,
        Dictionary<Guid, Guid> merged,
        ILookup<Guid, Memo> memos,
        List<Given> given,
        List<Requirement> requirements,
        ILookup<Key<Requirement>?, Id<Source>> answers
    )
    {
        _round = round;
        _merged = merged;
        _memos = memos;
        _given = given;
        _requirements = requirements;
        _answers = answers;
    }

    private sealed record Given(Attribution Attribution, Reporter Reporter, string Label);

    /// <summary>Those who wrote or gave them.</summary>
    public IEnumerable<string> Actors =>
        _memos
            .SelectMany(about => about)
            .Select(memo => memo.Author)
            .Concat(_given.Select(one => one.Attribution.Coder));

    /// <summary>What the set of a requirement's answers is called.</summary>
    public static string SetOf(Requirement requirement) => $"Krav: {requirement.Title}";

    /// <param name="db">Is asked.</param>
    /// <param name="round">The round.</param>
    /// <param name="codings">Those that the project has.</param>
    /// <param name="cancellation">Stops the questions.</param>
    public static async Task<ProjectNotes> Read(
        SamlaDb db,
        Round round,
        IReadOnlyList<Coding> codings,
        CancellationToken cancellation
    )
    {
        var given = await (
            from attribution in db.Attributions
            join reporter in db.Reporters on attribution.ReporterId equals reporter.Id
            join code in db.Codes
                on new { attribution.RoundId, Id = attribution.CodeId } equals new { code.RoundId, code.Id }
            where attribution.RoundId == round.Id
            select new Given(attribution, reporter, code.Label)
        )
            .AsNoTracking()
            .ToListAsync(cancellation);
        var requirements = await db
            .Requirements.AsNoTracking()
            .Where(requirement => requirement.TemplateId == round.TemplateId)
            .ToListAsync(cancellation);
        var answers = await db
            .Sources.Where(source => source.RoundId == round.Id && source.RequirementId != null)
            .Select(source => new { source.RequirementId, source.Id })
            .ToListAsync(cancellation);
        var merged = await db
            .Codes.AsNoTracking()
            .Where(code => code.RoundId == round.Id && code.MergedIntoId != null)
            .ToDictionaryAsync(
                code => ExchangeIds.Of(round.Id, code.Id),
                code => ExchangeIds.Of(round.Id, code.MergedIntoId!),
                cancellation
            );
        return new(
            round.Id,
            merged,
            await Memos(db, round.Id, [.. codings.Select(coding => coding.Id)], merged, cancellation),
            given,
            [.. requirements.OrderBy(requirement => requirement.Id.Value, StringComparer.Ordinal)],
            answers.ToLookup(answer => answer.RequirementId, answer => answer.Id)
        );
    }

    /// <summary>By the id that what they are about has in the project.</summary>
    private static async Task<ILookup<Guid, Memo>> Memos(
        SamlaDb db,
        Key<Round> round,
        HashSet<Id<Coding>> codings,
        Dictionary<Guid, Guid> merged,
        CancellationToken cancellation
    )
    {
        var memos = await db
            .Memos.AsNoTracking()
            .Where(memo => memo.RoundId == round && memo.SourceId == null)
            .ToListAsync(cancellation);
        return memos
            .Where(memo => memo.CodingId is not { } coding || codings.Contains(coding))
            .OrderBy(memo => memo.Id.Value)
            .ToLookup(memo =>
                memo.CodingId is { } coding ? coding.Value
                // What was noted of a code that is merged is not lost with it.
                : memo.CodeId is { } code ? Kept(ExchangeIds.Of(round, code), merged)
                : ExchangeIds.Of(round, memo.RequirementId!)
            );
    }

    /// <summary>The code that took over, since the project has no other.</summary>
    private static Guid Kept(Guid code, Dictionary<Guid, Guid> merged) => merged.GetValueOrDefault(code, code);

    /// <summary>The project with them.</summary>
    public ExchangeProject On(ExchangeProject project) =>
        project with
        {
            Codes = [.. project.Codes.Select(On)],
            Cases = Cases(project.Cases),
            Sources = [.. project.Sources.Select(On)],
            Sets = Sets(project),
        };

    private ExchangeCode On(ExchangeCode code) =>
        code with
        {
            Notes = Notes(code.Id, $"Anteckning om koden ”{code.Name}”"),
            Children = [.. code.Children.Select(On)],
        };

    private ExchangeSource On(ExchangeSource source) =>
        source with
        {
            Selections =
            [
                .. source.Selections.Select(selection =>
                    selection with
                    {
                        Codings =
                        [
                            .. selection.Codings.Select(coding =>
                                coding with
                                {
                                    Code = Kept(coding.Code, _merged),
                                    Notes = Notes(coding.Id, "Anteckning om kodning"),
                                }
                            ),
                        ],
                    }
                ),
            ],
        };

    private IReadOnlyList<ExchangeNote> Notes(Guid about, string name) =>
        [.. _memos[about].Select(memo => ExportProject.Note(memo, name))];

    private IReadOnlyList<ExchangeCase> Cases(IReadOnlyList<ExchangeCase> cases)
    {
        var codes = _given.ToLookup(one => ExchangeIds.Of(_round, one.Reporter.Id));
        var known = cases.Select(one => one.Id).ToHashSet();
        // Whoever answered nothing in words may have a code all the same.
        var others = _given
            .Select(one => one.Reporter)
            .DistinctBy(reporter => reporter.Id)
            .Where(reporter => !known.Contains(ExchangeIds.Of(_round, reporter.Id)))
            .OrderBy(reporter => reporter.Id.Value, StringComparer.Ordinal)
            .Select(reporter => new ExchangeCase(
                ExchangeIds.Of(_round, reporter.Id),
                reporter.Name,
                ExportProject.Values(_round, reporter.County),
                []
            ));
        return [.. cases.Concat(others).Select(one => one with { Codes = Codes(codes[one.Id]) })];
    }

    private IReadOnlyList<ExchangeCaseCode> Codes(IEnumerable<Given> given) =>
        [
            .. given
                .OrderBy(one => one.Attribution.Id.Value)
                .Select(one => new ExchangeCaseCode(
                    one.Attribution.Id.Value,
                    Kept(ExchangeIds.Of(_round, one.Attribution.CodeId), _merged),
                    new(
                        ExchangeIds.OfReason(one.Attribution.Id),
                        $"Skäl: {one.Reporter.Name} har koden ”{one.Label}” utan textställe",
                        one.Attribution.Reason,
                        ExchangeIds.OfCoder(one.Attribution.Coder),
                        ExportProject.WholeSeconds(one.Attribution.CodedAt)
                    )
                )),
        ];

    /// <summary>A set of a requirement's answers for each requirement that something is noted of: the standard has nothing else that stands over texts.</summary>
    private IReadOnlyList<ExchangeSet> Sets(ExchangeProject project) =>
        [
            .. from requirement in _requirements
            let id = ExchangeIds.Of(_round, requirement.Id)
            let answers = _answers[requirement.Id].Select(source => source.Value).ToHashSet()
            where _memos.Contains(id)
            select new ExchangeSet(
                id,
                SetOf(requirement),
                [.. project.Sources.Select(source => source.Id).Where(answers.Contains)],
                Notes(id, $"Anteckning om kravet ”{requirement.Title}”")
            ),
        ];
}
