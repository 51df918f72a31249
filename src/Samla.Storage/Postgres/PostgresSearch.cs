using Samla.Analyse.Search;

namespace Samla.Storage.Postgres;

/// <summary>A search as a <c>tsquery</c> of PostgreSQL. It is read as it is: no configuration of the server takes part.</summary>
internal static class PostgresSearch
{
    /// <summary>All parts, each quoted: terms are letters and figures, so nothing in them is a sign of the language.</summary>
    public static string Expression(SearchQuery query) => string.Join(" & ", query.Parts.Select(Expression));

    private static string Expression(SearchPart part) =>
        part switch
        {
            SearchPart.Word(var words) => Any(words.Select(Quoted)),
            SearchPart.Beginning(var letters, var words) => Any([$"{Quoted(letters)}:*", .. words.Select(Quoted)]),
            SearchPart.Phrase(var words) => $"({string.Join(" & ", words.Select(Quoted))})",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static string Any(IEnumerable<string> terms) => $"({string.Join(" | ", terms)})";

    private static string Quoted(string term) => $"'{term}'";
}
