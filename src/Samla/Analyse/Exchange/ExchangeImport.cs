using Samla.Domain;
using Samla.Domain.Analyse;

namespace Samla.Analyse.Exchange;

/// <summary>What came of adding a file's content to a round; or would come of it.</summary>
public abstract record ExchangeImport
{
    private ExchangeImport() { }

    /// <param name="Codings">How many were added.</param>
    /// <param name="Memos">How many notes were added.</param>
    /// <param name="AlreadyThere">How many codings, notes and codes were in the round already.</param>
    /// <param name="Unplaced">What was not added, and why, in Swedish.</param>
    public sealed record Imported(int Codings, int Memos, int AlreadyThere, IReadOnlyList<string> Unplaced)
        : ExchangeImport
    {
        /// <summary>How many codes were given to reporters without words.</summary>
        public int Attributions { get; init; }

        /// <summary>How many codings were starred.</summary>
        public int Stars { get; init; }

        /// <summary>What was added otherwise than it stands in the file, in Swedish.</summary>
        public IReadOnlyList<string> Assumed { get; init; } = [];

        /// <summary>How many codes were added to the codebook.</summary>
        public int NewCodes { get; init; }

        /// <summary>The codes that are new or got codings, in the codebook's order.</summary>
        public IReadOnlyList<TouchedCode> Codes { get; init; } = [];

        /// <summary>Whether the round is as it was.</summary>
        public bool IsNothing => Codings + Memos + Attributions + Stars + NewCodes == 0;
    }

    /// <param name="Message">Why, in Swedish.</param>
    public sealed record Refused(string Message) : ExchangeImport;

    /// <param name="Id">The code.</param>
    /// <param name="Label">What it is called.</param>
    /// <param name="Codings">How many codings it got.</param>
    public sealed record TouchedCode(Key<Code> Id, string Label, int Codings);
}
