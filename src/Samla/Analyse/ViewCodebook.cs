using Microsoft.EntityFrameworkCore;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>A round's whole codebook as a tree, with how much each code is used.</summary>
public sealed class ViewCodebook(SamlaDb db, ReadMatrix matrix)
{
    /// <param name="Sections">What stands at the top, in order; none where the codebook is empty.</param>
    /// <param name="Requirements">What codes can be about, in the template's order.</param>
    /// <param name="Tables">The tables of those whose answers have rows: codes can be counted from them.</param>
    public sealed record Result(
        Round Round,
        IReadOnlyList<Node> Sections,
        IReadOnlyList<(Section Section, Requirement Requirement)> Requirements,
        IReadOnlyDictionary<Key<TemplateTable>, TemplateTable> Tables
    )
    {
        /// <summary>The groups and sections, in the codebook's order.</summary>
        public IEnumerable<Node> Groups =>
            Sections.SelectMany(section => section.All).Where(node => node.Code.Kind == CodeKind.Group);

        /// <summary>Those from the top down to the code, itself last; none where there is no such code.</summary>
        public IReadOnlyList<Node> PathTo(Key<Code>? id) =>
            id is null ? [] : Sections.Select(section => section.PathTo(id)).FirstOrDefault(path => path.Count > 0, []);
    }

    /// <param name="Standing">Where the 21 stand; null for groups, and for what was merged into another.</param>
    /// <param name="Codings">How many passages of the texts that count have it.</param>
    /// <param name="MergedInto">What took over its codings; null where it was not merged.</param>
    /// <param name="Children">What stands in it, in order.</param>
    public sealed record Node(
        Code Code,
        Standing? Standing,
        int Codings,
        Code? MergedInto,
        IReadOnlyList<Node> Children
    )
    {
        /// <summary>Itself and all below it.</summary>
        public IEnumerable<Node> All => Children.SelectMany(child => child.All).Prepend(this);

        /// <summary>How many codes below it are not merged into another.</summary>
        public int Leaves => All.Count(node => node is { Code.Kind: CodeKind.Leaf, MergedInto: null });

        /// <summary>What of it has the words in a label, a definition or a rule; a group that has them is shown whole. Null where nothing has.</summary>
        public Node? Matching(string words)
        {
            if (Has(words))
            {
                return this;
            }

            List<Node> found = [.. Children.Select(child => child.Matching(words)).OfType<Node>()];
            return found.Count == 0 ? null : this with { Children = found };
        }

        internal IReadOnlyList<Node> PathTo(Key<Code> id)
        {
            if (Code.Id == id)
            {
                return [this];
            }

            var below = Children.Select(child => child.PathTo(id)).FirstOrDefault(path => path.Count > 0, []);
            return below.Count == 0 ? below : [this, .. below];
        }

        private bool Has(string words) =>
            Code.Label.Contains(words, StringComparison.OrdinalIgnoreCase)
            || Code.Definition.Contains(words, StringComparison.OrdinalIgnoreCase)
            || Code.Inclusion.Contains(words, StringComparison.OrdinalIgnoreCase)
            || Code.Exclusion.Contains(words, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Null where there is no such round.</summary>
    public async Task<Result?> Run(Key<Round> roundId, CancellationToken cancellation)
    {
        var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == roundId, cancellation);
        if (round is null)
        {
            return null;
        }

        var codes = await db
            .Codes.AsNoTracking()
            .Where(code => code.RoundId == roundId)
            .OrderBy(code => code.Order)
            .ToListAsync(cancellation);
        var rows = await matrix.Run(roundId, cancellation) ?? [];
        var standings = rows.ToDictionary(row => row.Code.Id, row => row.Standing);
        var codings = await Codings(roundId, cancellation);
        var byId = codes.ToDictionary(code => code.Id);
        var children = codes.ToLookup(code => code.ParentId);
        var requirements = await Requirements(round, cancellation);
        var tables = await db.TablesOf([.. requirements.Select(one => one.Item2)], cancellation);
        return new Result(round, Below(null), requirements, tables);

        IReadOnlyList<Node> Below(Key<Code>? parent) =>
            [
                .. children[parent]
                    .Select(code => new Node(
                        code,
                        standings.GetValueOrDefault(code.Id),
                        codings.GetValueOrDefault(code.Id),
                        code.MergedIntoId is { } into ? byId.GetValueOrDefault(into) : null,
                        Below(code.Id)
                    )),
            ];
    }

    private async Task<Dictionary<Key<Code>, int>> Codings(Key<Round> round, CancellationToken cancellation)
    {
        var counts = await (
            from current in db.CurrentSources(round)
            join coding in db.Codings on current.Source.Id equals coding.SourceId
            group coding by coding.CodeId into given
            select new { given.Key, Count = given.Count() }
        ).ToListAsync(cancellation);
        return counts.ToDictionary(one => one.Key, one => one.Count);
    }

    private async Task<IReadOnlyList<(Section, Requirement)>> Requirements(Round round, CancellationToken cancellation)
    {
        var sections = await db.SectionsOf(round.TemplateId).ToListAsync(cancellation);
        return [.. from section in sections from requirement in section.InOrder() select (section, requirement)];
    }
}
