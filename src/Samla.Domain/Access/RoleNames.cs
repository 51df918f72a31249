namespace Samla.Domain.Access;

/// <summary>What the roles are called, and what those who choose among them need to know.</summary>
public static class RoleNames
{
    /// <summary>Each role by itself, a reporter's first.</summary>
    public static IReadOnlyList<Roles> Each { get; } =
    [Roles.Officer, Roles.Lead, Roles.Analyst, Roles.Expert, Roles.Administrator, Roles.Ministry];

    extension(Roles role)
    {
        /// <summary>Those that a set holds, each by itself.</summary>
        public IEnumerable<Roles> Members => Each.Where(one => role.HasFlag(one));

        /// <summary>All of a set's names, as a cell of a table has them: "Handläggare och redovisningsansvarig".</summary>
        public string Swedish => SwedishText.Capitalized(SwedishText.Enumeration([.. role.Members.Select(NameOf)]));

        /// <summary>What one does, in a sentence.</summary>
        public string Duty =>
            role switch
            {
                Roles.Officer => "Skriver svaren.",
                Roles.Lead => "Skriver svaren, lämnar in dem och bjuder in kollegor.",
                Roles.Analyst => "Läser det inlämnade, kodar, skriver kapitel och publicerar.",
                Roles.Expert => "Läser kapitel mot andra källor, kommenterar påståenden och signerar.",
                Roles.Administrator => "Bjuder in och sköter konton. Gör mallar. Ser vem som har lämnat in.",
                Roles.Ministry => "Läser mallar och lämnar synpunkter på utkast som är på remiss.",
                _ => "",
            };
    }

    private static string NameOf(Roles role) =>
        role switch
        {
            Roles.Officer => "handläggare",
            Roles.Lead => "redovisningsansvarig",
            Roles.Analyst => "analytiker",
            Roles.Expert => "sakkunnig",
            Roles.Administrator => "administratör",
            Roles.Ministry => "departement",
            _ => "",
        };
}
