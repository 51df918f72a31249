using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Letters;

namespace Samla.Collect;

/// <summary>How a reporter hands a version over.</summary>
public abstract record DeliveryMeans
{
    private DeliveryMeans() { }

    /// <param name="Address">Where Samla is to send it, as it was written.</param>
    public sealed record Letter(string Address) : DeliveryMeans;

    /// <param name="Words">How it was done outside Samla.</param>
    public sealed record ByHand(string Words) : DeliveryMeans;
}

/// <summary>Hands the version that counts over to the round's recipient, and keeps what was handed over.</summary>
public sealed class DeliverReport(
    SamlaDb db,
    ViewSubmission viewSubmission,
    ViewReceipt viewReceipt,
    ExportReport export,
    PostOffice post,
    TimeProvider clock
)
{
    /// <param name="round">The round; it may be closed.</param>
    /// <param name="reporter">Whose submission.</param>
    /// <param name="version">The version that the sender saw.</param>
    /// <param name="seen">How many deliveries of the submission the sender saw.</param>
    /// <param name="means">How.</param>
    /// <param name="sender">Who.</param>
    /// <param name="cancellation">Stops before the letter is sent.</param>
    public async Task<Outcome> Run(
        Key<Round> round,
        Key<Reporter> reporter,
        int version,
        int seen,
        DeliveryMeans means,
        Visitor sender,
        CancellationToken cancellation
    )
    {
        if (
            await viewSubmission.Run(round, reporter, version, cancellation) is not { } view
            || await viewReceipt.Run(view.Submission.Id, version, cancellation) is not { } receipt
        )
        {
            return new Outcome.Refused("Versionen finns inte. Det går bara att överlämna det som är inlämnat.");
        }

        var content = (await export.Run(round, reporter, version, cancellation))!;
        var file = new LetterFile(
            $"redovisning-{round}-{reporter}-version-{version}.docx",
            ExportReport.MediaType,
            content
        );
        var delivery = DeliveryOf(view, version, means, file, sender);
        var letter =
            means is DeliveryMeans.Letter ? await LetterTo(delivery, view, receipt, file, sender, cancellation) : null;
        if (await Begin(view, seen, delivery, file, means, sender, cancellation) is { } problem)
        {
            return new Outcome.Refused(problem);
        }

        // From here on nothing is stopped half-way: what became of the letter must be written down.
        return letter is null
            ? new Outcome.Delivered(delivery.Way)
            : await Send(letter, delivery, SubjectOf(view, version), sender);
    }

    /// <summary>
    /// Writes it down before a letter is sent, so that nobody sends another in the same moment and a server that stops in the
    /// middle leaves word of it.
    /// </summary>
    private async Task<string?> Begin(
        ViewSubmission.Result view,
        int seen,
        Delivery delivery,
        LetterFile file,
        DeliveryMeans means,
        Visitor sender,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        if (await Problem(view, delivery.Version, seen, means, cancellation) is { } problem)
        {
            return problem;
        }

        db.Deliveries.Add(delivery);
        db.DeliveredFiles.Add(new DeliveredFile { DeliveryId = delivery.Id, Content = file.Content });
        await db.Save(new Change(sender.Actor, "delivery.add", SubjectOf(view, delivery.Version)), cancellation);
        await transaction.CommitOwn(cancellation);
        return null;
    }

    private async Task<Outcome> Send(Letter letter, Delivery delivery, string subject, Visitor sender)
    {
        var sent = await post.Send(letter, CancellationToken.None);
        delivery.Way = sent switch
        {
            PostOffice.Outcome.Sent => DeliveryWay.Letter,
            PostOffice.Outcome.Kept => DeliveryWay.Outbox,
            PostOffice.Outcome.NotSent => DeliveryWay.NotSent,
            _ => DeliveryWay.Uncertain,
        };
        if (delivery.Way != DeliveryWay.Uncertain)
        {
            await db.Save(new Change(sender.Actor, "delivery.send", subject), CancellationToken.None);
        }

        return sent is PostOffice.Outcome.NotSent(var why)
            ? new Outcome.Refused(
                $"{why} Inget är överlämnat. Hämta filen, skicka den själv och markera den som överlämnad."
            )
            : new Outcome.Delivered(delivery.Way);
    }

    private async Task<string?> Problem(
        ViewSubmission.Result view,
        int version,
        int seen,
        DeliveryMeans means,
        CancellationToken cancellation
    )
    {
        var id = view.Submission.Id;
        var current = await db
            .Submissions.Where(one => one.Id == id)
            .Select(one => one.CurrentVersion)
            .SingleAsync(cancellation);
        var deliveries = await db
            .Deliveries.AsNoTracking()
            .Where(one => one.SubmissionId == id)
            .Select(one => new { one.Way, one.At })
            .ToListAsync(cancellation);
        var since = clock.GetUtcNow().AddDays(-1);
        return version != current
                ? $"Version {current} är inlämnad sedan du öppnade sidan. Det är den som ska överlämnas."
            : seen != deliveries.Count(one => one.Way != DeliveryWay.NotSent)
                ? "Någon har överlämnat redovisningen sedan du öppnade sidan. Läs vad som står där nu."
            : deliveries.Count(one => one.At > since) >= Delivery.MostInADay
                ? $"Ni har överlämnat redovisningen, eller försökt, {Numeral.Write(Delivery.MostInADay)} gånger på ett dygn. Försök igen i morgon."
            : means switch
            {
                DeliveryMeans.Letter(var address) => AccountFields.ProblemOfEmail(address.Trim())?.Message,
                DeliveryMeans.ByHand(var words) => string.IsNullOrWhiteSpace(words)
                    ? "Skriv hur ni överlämnade redovisningen, till exempel ”Rekommenderat brev den 20 februari”."
                : words.Length > Delivery.MostSigns ? $"Högst {Delivery.MostSigns} tecken. Korta texten."
                : null,
                _ => null,
            };
    }

    private async Task<Letter> LetterTo(
        Delivery delivery,
        ViewSubmission.Result view,
        ViewReceipt.Result receipt,
        LetterFile file,
        Visitor sender,
        CancellationToken cancellation
    )
    {
        var own = await db
            .Accounts.AsNoTracking()
            .Where(account => account.Id == sender.Account)
            .Select(account => account.Email)
            .SingleOrDefaultAsync(cancellation);
        // What no reporter wrote is never sent to anybody in earnest.
        var isTrial = sender.IsSample || view.Round.Origin != Origin.Reported;
        return new Letter(
            delivery.Address!,
            delivery.Recipient,
            DeliveryLetter.Subject(view, receipt),
            DeliveryLetter.Text(view, receipt, file, delivery.FileHash, sender.Name, own),
            isTrial
        )
        {
            File = file,
            AnswerTo = own,
        };
    }

    private Delivery DeliveryOf(
        ViewSubmission.Result view,
        int version,
        DeliveryMeans means,
        LetterFile file,
        Visitor sender
    ) =>
        new()
        {
            Id = Id.New<Delivery>(clock),
            SubmissionId = view.Submission.Id,
            Version = version,
            Recipient = view.Round.Recipient,
            Way = means is DeliveryMeans.ByHand ? DeliveryWay.ByHand : DeliveryWay.Uncertain,
            Address = (means as DeliveryMeans.Letter)?.Address.Trim(),
            Words = (means as DeliveryMeans.ByHand) is { } byHand ? Source.Normalised(byHand.Words) : null,
            FileName = file.Name,
            FileHash = Convert.ToHexStringLower(SHA256.HashData(file.Content)),
            FileSize = file.Content.Length,
            At = clock.GetUtcNow(),
            By = sender.Actor,
        };

    private static string SubjectOf(ViewSubmission.Result view, int version) =>
        $"{view.Round.Id}/{view.Reporter.Id}/v{version}";

    public abstract record Outcome
    {
        private Outcome() { }

        public sealed record Delivered(DeliveryWay Way) : Outcome;

        /// <param name="Message">Why, in Swedish; nothing was handed over.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
