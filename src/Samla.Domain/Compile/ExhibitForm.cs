namespace Samla.Domain.Compile;

/// <summary>How counts that stand together are shown.</summary>
public enum ExhibitForm
{
    /// <summary>A table: a row for each code, with how many and who.</summary>
    Table,

    /// <summary>A figure: a bar for each code, as long as how many of those asked say it.</summary>
    Bars,

    /// <summary>A figure: a map for each code, on which those who say it are filled.</summary>
    Map,
}

/// <summary>What the forms are called.</summary>
public static class ExhibitForms
{
    extension(ExhibitForm form)
    {
        /// <summary>"Tabell", "Figur": what its number follows on.</summary>
        public string Swedish => form == ExhibitForm.Table ? "Tabell" : "Figur";
    }
}
