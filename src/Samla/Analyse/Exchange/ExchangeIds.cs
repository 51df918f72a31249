using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Exchange;

/// <summary>What Samla's own things are called in exchange files: the same in every file, so that a file finds its way back.</summary>
internal static class ExchangeIds
{
    private static readonly Guid Space = Guid.Parse("6f5a1c1e-53c8-4b0e-9d5b-0f6f2f1f7a21");

    public static readonly Guid County = NamedGuid.Of(Space, "variabel/lan");
    public static readonly Guid Round = NamedGuid.Of(Space, "variabel/omgang");

    public static readonly Guid Star = NamedGuid.Of(Space, "stjarna");

    public static Guid Of(Key<Round> round, Key<Code> code) => NamedGuid.Of(Space, $"kod/{round}/{code}");

    public static Guid Of(Key<Round> round, Key<Reporter> reporter) =>
        NamedGuid.Of(Space, $"uppgiftslamnare/{round}/{reporter}");

    public static Guid Of(Key<Round> round, Key<Requirement> requirement) =>
        NamedGuid.Of(Space, $"krav/{round}/{requirement}");

    public static Guid OfCoder(string coder) => NamedGuid.Of(Space, $"kodare/{coder}");

    public static Guid OfSelection(Id<Coding> coding) => NamedGuid.Of(coding.Value, "selection");

    public static Guid OfReason(Id<Attribution> attribution) => NamedGuid.Of(attribution.Value, "skal");
}
