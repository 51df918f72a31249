namespace Samla.Domain.Grants;

/// <summary>Who is given a grant, by kind: never who it is.</summary>
public enum ApplicantKind : byte // a million rows have one
{
    Region,
    Municipality,
    Company,
    Association,
    University,
    Agency,
    Other,
}

/// <summary>Who manages the company that is given a grant.</summary>
public enum ManagerSex : byte // a million rows have one
{
    Woman,
    Man,

    /// <summary>Women and men together.</summary>
    Shared,
}

/// <summary>What the kinds are called, as a table has it.</summary>
public static class ApplicantKinds
{
    extension(ApplicantKind kind)
    {
        public string Name =>
            kind switch
            {
                ApplicantKind.Region => "Region",
                ApplicantKind.Municipality => "Kommun",
                ApplicantKind.Company => "Företag",
                ApplicantKind.Association => "Förening",
                ApplicantKind.University => "Lärosäte",
                ApplicantKind.Agency => "Myndighet",
                ApplicantKind.Other => "Annan",
            };
    }

    extension(ManagerSex sex)
    {
        public string Name =>
            sex switch
            {
                ManagerSex.Woman => "Kvinna",
                ManagerSex.Man => "Man",
                ManagerSex.Shared => "Delat",
            };
    }
}
