using Samla.Analyse.Search;

namespace Samla.Storage.Sqlite;

/// <summary>A search as SQLite's FTS5 has it.</summary>
internal static class SqliteSearch
{
    /// <summary>All parts, each in quotation marks: terms are letters and figures, so nothing in them is a sign of the language.</summary>
    public static string Expression(SearchQuery query) => string.Join(" AND ", query.Parts.Select(Expression));

    private static string Expression(SearchPart part) =>
        part switch
        {
            SearchPart.Word(var words) => Any(words.Select(Quoted)),
            SearchPart.Beginning(var letters, var words) => Any([$"{Quoted(letters)} *", .. words.Select(Quoted)]),
            SearchPart.Phrase(var words) => $"({string.Join(" AND ", words.Select(Quoted))})",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static string Any(IEnumerable<string> terms) => $"({string.Join(" OR ", terms)})";

    private static string Quoted(string term) => $"\"{term}\"";
}
