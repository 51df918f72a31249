using Samla.Domain.Collect;

namespace Samla.Domain.Analyse;

/// <summary>Whether a code's number can be laid beside one of an earlier year.</summary>
public enum Comparability
{
    /// <summary>The same was asked, and the code has meant the same since.</summary>
    Comparable,

    /// <summary>The same was asked, and the code has come to mean something else.</summary>
    CodeChanged,

    /// <summary>Only some of the same was asked.</summary>
    QuestionChanged,

    /// <summary>Nobody has said how the two questions answer to each other.</summary>
    NotMapped,
}

/// <summary>What decides it, and the words for it.</summary>
public static class Comparabilities
{
    extension(Comparability comparability)
    {
        /// <summary>As it stands alone: "Går att jämföra".</summary>
        public string Swedish =>
            comparability switch
            {
                Comparability.Comparable => "Går att jämföra",
                Comparability.CodeChanged => "Koden har ändrats",
                Comparability.QuestionChanged => "Frågan har ändrats",
                Comparability.NotMapped => "Frågorna är inte jämförda",
            };

        /// <summary>Of two versions of a code, and how today's question answers to the one of then; null where nobody has said.</summary>
        public static Comparability Of(int now, int then, MappingKind? question) =>
            question is not { } answers
                ? Comparability.NotMapped
                : answers switch
                {
                    MappingKind.New or MappingKind.Dropped => Comparability.NotMapped,
                    MappingKind.Partly or MappingKind.Split or MappingKind.Merged => Comparability.QuestionChanged,
                    MappingKind.Same => now == then ? Comparability.Comparable : Comparability.CodeChanged,
                };
    }
}
