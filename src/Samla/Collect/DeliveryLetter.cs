using System.Globalization;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Letters;

namespace Samla.Collect;

/// <summary>The words of the letter by which a submission is handed over.</summary>
internal static class DeliveryLetter
{
    public static string Subject(ViewSubmission.Result view, ViewReceipt.Result receipt) =>
        $"{view.Round.Title}: redovisning från {view.Reporter.Name}"
        + (receipt.Decision is { } decision ? $", diarienummer {decision.RecordNumber}" : "");

    /// <param name="view">The submission.</param>
    /// <param name="receipt">Of the version that is handed over.</param>
    /// <param name="file">What is sent along.</param>
    /// <param name="hash">The file's SHA-256.</param>
    /// <param name="sender">Who sends it, by name.</param>
    /// <param name="answerTo">Where an answer goes; null where nobody takes one.</param>
    public static string Text(
        ViewSubmission.Result view,
        ViewReceipt.Result receipt,
        LetterFile file,
        string hash,
        string sender,
        string? answerTo
    ) =>
        $"""
            Till {view.Round.Recipient}

            {view.Reporter.Name} överlämnar sin redovisning: {view.Round.Title}.{Mark(view.Round)}

            Version: {receipt.Version.Number}, inlämnad {SwedishTime.Of(receipt.Version.SubmittedAt)}{(
                receipt.Version.IsLate ? ", efter sista dag" : ""
            )}
            Beslut: {receipt.Decision?.Swedish ?? "Utan angivet beslut."}
            Bifogad fil: {file.Name}, {file.Content.Length.ToString(CultureInfo.InvariantCulture)} byte
            Filens SHA-256: {hash}

            Bekräfta gärna att ni har tagit emot redovisningen, med ert diarienummer{(
                answerTo is null ? "" : $", till {answerTo}"
            )}.

            {sender}
            {view.Reporter.Name}

            """;

    private static string Mark(Round round) => round.Mark is { } mark ? $" {Marks.Sentence(mark)}" : "";
}
