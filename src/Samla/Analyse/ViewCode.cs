using Microsoft.EntityFrameworkCore;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>A code with everything that counts for it: the way from a printed number to the words it rests on. Or a group, with what stands in it.</summary>
public sealed class ViewCode(SamlaDb db, ReadMatrix matrix, ReadCounted counted)
{
    /// <param name="Code">The code or group.</param>
    /// <param name="Codebook">All codes of the round, in order.</param>
    /// <param name="Rows">The codes of the same requirement, or all about documents, and where the 21 stand; those merged into others are not among them.</param>
    /// <param name="Requirement">What it is about; null for what is about none.</param>
    /// <param name="Section">The requirement's section.</param>
    /// <param name="Passages">Those of the texts that count, in the order of their texts.</param>
    /// <param name="Attributions">What is given without a passage, or counted from rows.</param>
    /// <param name="Memos">On the code itself, the oldest first.</param>
    /// <param name="Table">The table whose rows it is counted from; null for others.</param>
    public sealed record Result(
        Round Round,
        Code Code,
        IReadOnlyList<Code> Codebook,
        IReadOnlyList<CodeRow> Rows,
        Requirement? Requirement,
        Section? Section,
        IReadOnlyList<Passage> Passages,
        IReadOnlyList<Given> Attributions,
        IReadOnlyList<Memo> Memos,
        TemplateTable? Table
    )
    {
        /// <summary>Where the 21 stand; null for groups, and for what was merged into another.</summary>
        public CodeRow? Row => Rows.FirstOrDefault(row => row.Code.Id == Code.Id);

        /// <summary>What took over its codings; null where it was not merged.</summary>
        public Code? MergedInto => Find(Code.MergedIntoId);

        /// <summary>Those it stands in, from the top.</summary>
        public IReadOnlyList<Code> Above => AboveOf(Code);

        /// <summary>What stands in a group, or at the top, in order.</summary>
        public IEnumerable<Code> In(Key<Code>? parent) => Codebook.Where(code => code.ParentId == parent);

        /// <summary>The codes it can be merged into.</summary>
        public IEnumerable<CodeRow> MergeChoices =>
            Rows.Where(row =>
                row.Code.Id != Code.Id
                && row.Code.IsGiven
                && row.Code.Subject == Code.Subject
                && row.Code.RequirementId == Code.RequirementId
            );

        /// <summary>The groups a code or a group can be moved to, of those where people would look for it.</summary>
        public IEnumerable<Code> MoveChoices =>
            Codebook.Where(group =>
                group.Kind == CodeKind.Group
                && (group.RequirementId is null || group.RequirementId == Code.RequirementId)
                && (Code.IsAboutDocuments || !group.IsAboutDocuments)
                && group.Id != Code.Id
                && AboveOf(group).All(above => above.Id != Code.Id)
                && (Code.Kind == CodeKind.Group ? group.ParentId is null : IsNear(group))
            );

        // Sections are about no requirement, so a code may stand in any of them; only its own is of interest.
        private bool IsNear(Code group) =>
            group.Id == Code.ParentId || group.ParentId is not null || Above.Any(above => above.Id == group.Id);

        private List<Code> AboveOf(Code code)
        {
            List<Code> above = [];
            for (var parent = Find(code.ParentId); parent is not null; parent = Find(parent.ParentId))
            {
                above.Insert(0, parent);
            }

            return above;
        }

        private Code? Find(Key<Code>? id) => id is null ? null : Codebook.FirstOrDefault(code => code.Id == id);
    }

    /// <param name="Reporter">Whose answer it stands in; null where it stands in a document.</param>
    /// <param name="Document">The document; null where it stands in an answer.</param>
    /// <param name="IsMarked">Whether the round's mark is true of it: not of what somebody uploaded.</param>
    /// <param name="IsStarred">Whether somebody chose it as an example to quote.</param>
    public sealed record Passage(
        Id<Coding> Coding,
        Reporter? Reporter,
        Document? Document,
        Id<Source> Source,
        string Quote,
        bool IsMarked,
        bool IsStarred
    )
    {
        /// <summary>What the one who says it is called: a reporter, or a document.</summary>
        public string Name => Reporter?.ShortName ?? Document!.Title;

        public RegionCode? County => Reporter?.County ?? Document?.County;
    }

    /// <param name="Reporter">Who has the code without a passage.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Given(Reporter Reporter, string Reason);

    /// <summary>Null where there is no such code.</summary>
    public async Task<Result?> Run(Key<Round> roundId, Key<Code> codeId, CancellationToken cancellation)
    {
        var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == roundId, cancellation);
        var codebook = await db
            .Codes.AsNoTracking()
            .Where(code => code.RoundId == roundId)
            .OrderBy(code => code.Order)
            .ToListAsync(cancellation);
        if (round is null || codebook.Find(one => one.Id == codeId) is not { } code)
        {
            return null;
        }

        var asked = await (
            from requirement in db.Requirements.AsNoTracking()
            join section in db.Sections.AsNoTracking()
                on new { requirement.TemplateId, Id = requirement.SectionId } equals new
                {
                    section.TemplateId,
                    section.Id,
                }
            where requirement.TemplateId == round.TemplateId && requirement.Id == code.RequirementId
            select new { requirement, section }
        ).SingleOrDefaultAsync(cancellation);
        return new Result(
            round,
            code,
            codebook,
            code.Kind == CodeKind.Leaf ? await matrix.Run(roundId, code.RequirementId, cancellation) ?? [] : [],
            asked?.requirement,
            asked?.section,
            await Passages(roundId, codeId, cancellation),
            await Attributions(code, cancellation),
            await db
                .Memos.AsNoTracking()
                .Where(memo => memo.RoundId == roundId && memo.CodeId == codeId)
                .OrderBy(memo => memo.WrittenAt)
                .ToListAsync(cancellation),
            code.CountedFrom is not null && asked?.requirement.TableId is { } table
                ? (await db.TablesOf([asked.requirement], cancellation)).GetValueOrDefault(table)
                : null
        );
    }

    private Task<List<Passage>> Passages(Key<Round> round, Key<Code> code, CancellationToken cancellation) =>
        (
            from current in db.CurrentSources(round)
            join coding in db.Codings on current.Source.Id equals coding.SourceId
            where coding.CodeId == code
            orderby coding.Start
            select new Passage(
                coding.Id,
                current.Reporter,
                current.Document,
                coding.SourceId,
                coding.Quote,
                current.IsMarked,
                coding.IsStarred
            )
        )
            .AsNoTracking()
            .ToListAsync(cancellation);

    private async Task<IReadOnlyList<Given>> Attributions(Code code, CancellationToken cancellation) =>
        code.CountedFrom is null
            ? await (
                from attribution in db.Attributions
                join reporter in db.Reporters.AsNoTracking() on attribution.ReporterId equals reporter.Id
                where attribution.RoundId == code.RoundId && attribution.CodeId == code.Id
                select new Given(reporter, attribution.Reason)
            ).ToListAsync(cancellation)
            :
            [
                .. (await counted.Run(code.RoundId, one => one.Id == code.Id, cancellation)).Select(one => new Given(
                    one.Reporter,
                    one.Reason
                )),
            ];
}
