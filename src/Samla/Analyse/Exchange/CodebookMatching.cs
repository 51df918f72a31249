using Samla.Collect;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Exchange;

/// <summary>Finds a round's own codes behind those of a codebook's file, and makes those that are new.</summary>
internal sealed class CodebookMatching
{
    private readonly Key<Round> _round;
    private readonly HashSet<string> _taken;
    private readonly Dictionary<Guid, Code> _known;
    private readonly Dictionary<(Key<Code>? Parent, string Label), Code> _siblings;
    private int _order;

    /// <param name="round">The round.</param>
    /// <param name="codes">The codes that it has.</param>
    /// <param name="taken">The ids that codes of any round have.</param>
    public CodebookMatching(Key<Round> round, IReadOnlyList<Code> codes, HashSet<string> taken)
    {
        _round = round;
        _taken = taken;
        _known = codes.ToDictionary(code => ExchangeIds.Of(round, code.Id));
        _siblings = codes.OrderBy(code => code.MergedIntoId is null ? 0 : 1).DistinctBy(PlaceOf).ToDictionary(PlaceOf);
        // Numbered anew afterwards; until then they only have to come last, as the file has them.
        _order = codes.Select(code => code.Order).DefaultIfEmpty().Max();
    }

    /// <summary>The codes to add, each after the one that it stands in.</summary>
    public List<Code> New { get; } = [];

    public int AlreadyThere { get; private set; }

    public List<string> Unplaced { get; } = [];

    /// <summary>Takes in codes, with all below them.</summary>
    /// <param name="codes">As they were read.</param>
    /// <param name="parent">What they stand in; null at the top.</param>
    public void Take(IReadOnlyList<ExchangeCode> codes, Code? parent)
    {
        foreach (var code in StarCode.Without(codes))
        {
            if (Find(code, parent) is { } own)
            {
                AlreadyThere++;
                Compare(code, own);
                Take(code.Children, own);
            }
            else if (Made(code, parent) is { } made)
            {
                Take(code.Children, made);
            }
            else if (code.Children.Count > 0)
            {
                Unplaced.Add($"Det som står under ”{Troubles.Short(code.Name)}” är inte heller inläst.");
            }
        }
    }

    /// <summary>By the id that Samla gave it; otherwise by its name in the same place.</summary>
    private Code? Find(ExchangeCode code, Code? parent) =>
        _known.GetValueOrDefault(code.Id) ?? _siblings.GetValueOrDefault((parent?.Id, Normal(WordsOf(code).Label)));

    /// <summary>Words are not written over unseen.</summary>
    private void Compare(ExchangeCode code, Code own)
    {
        var words = WordsOf(code);
        var isOther =
            words.Label != own.Label
            // Programs that keep no descriptions have not changed them.
            || (
                words.Definition.Length > 0
                && words.Definition != Source.Normalised(ExportProject.Description(own) ?? "")
            );
        if (isOther)
        {
            Unplaced.Add(
                $"”{own.Label}” finns redan, och har andra ord i filen. Samlas ord står kvar; ändra dem i kodschemat om filens ska gälla."
            );
        }
    }

    /// <summary>The new code; null after saying why there is none.</summary>
    private Code? Made(ExchangeCode code, Code? parent)
    {
        var words = WordsOf(code);
        var isGroup = !code.IsCodable || code.Children.Count > 0;
        if (Problem(words, parent, isGroup) is { } problem)
        {
            Unplaced.Add($"”{Troubles.Short(code.Name)}”: {problem}");
            return null;
        }

        var made = new Code
        {
            RoundId = _round,
            Id = Key<Code>.Parse(InterventionIds.Free(words.Label, "kod", _taken), null),
            ParentId = parent?.Id,
            Kind = isGroup ? CodeKind.Group : CodeKind.Leaf,
            Order = ++_order,
            Label = words.Label,
            Definition = words.Definition,
            RequirementId = parent?.RequirementId,
            Subject = parent?.Subject ?? ReporterKind.Region,
            Withheld = null,
        };
        New.Add(made);
        _siblings[PlaceOf(made)] = made;
        return made;
    }

    private static string? Problem(CodeWords words, Code? parent, bool isGroup) =>
        parent is { Kind: CodeKind.Leaf }
            ? $"den står i filen under ”{parent.Label}”, som i Samla är en kod och inte en grupp."
        : words.Problem([]) is { } problem ? problem
        // A section may hold what is about any requirement, or about documents.
        : parent is { ParentId: null, RequirementId: null } && isGroup
            ? "Samla vet inte om gruppen gäller ett krav eller dokument. Lägg till den i kodschemat, med samma namn som i filen, och läs in filen igen."
        : !isGroup && parent is null or { RequirementId: null, IsAboutDocuments: false }
            ? "Samla vet inte vilket krav koden gäller. Lägg till en grupp för kravet i kodschemat, med samma namn som i filen, och läs in filen igen."
        : null;

    private static CodeWords WordsOf(ExchangeCode code) =>
        new CodeWords(Characters.Keepable(code.Name), Characters.Keepable(code.Description ?? ""), "", "").Normalised();

    private static (Key<Code>? Parent, string Label) PlaceOf(Code code) => (code.ParentId, Normal(code.Label));

    private static string Normal(string label) => label.ToUpperInvariant();
}
