namespace Samla.Domain.Collect;

/// <summary>Who can pay for an intervention.</summary>
/// <param name="Id">As it is kept, such as "erdf".</param>
/// <param name="Name">As a list in running text has it, such as "anslag 1:1".</param>
public sealed record Fund(string Id, string Name)
{
    public static IReadOnlyList<Fund> All { get; } =
    [
        new("1:1", "anslag 1:1"),
        new("own", "egna medel"),
        new("erdf", "Regionalfonden"),
        new("esf", "Socialfonden"),
        new("jtf", "Fonden för rättvis omställning"),
        new("interreg", "Interreg"),
        new("life", "Life"),
        new("other", "andra medel"),
    ];

    /// <summary>The name of a fund; its id where it is none of ours.</summary>
    public static string NameOf(string id) => All.FirstOrDefault(fund => fund.Id == id)?.Name ?? id;
}
