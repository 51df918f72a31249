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

        if (await Problem(view, version, seen, means, cancellation) is { } problem)
        {
            return new Outcome.Refused(problem);
        }

        var content = (await export.Run(round, reporter, version, cancellation))!;
        var file = new LetterFile(
            $"redovisning-{round}-{reporter}-version-{version}.docx",
            ExportReport.MediaType,
            content
        );
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        var way = DeliveryWay.ByHand;
        if (means is DeliveryMeans.Letter(var address))
        {
            var letter = await LetterTo(address.Trim(), view, receipt, file, hash, sender, cancellation);
            // From here on nothing is stopped half-way: a letter that has left must be written down.
            cancellation = CancellationToken.None;
            switch (await post.Send(letter, cancellation))
            {
                case PostOffice.Outcome.NotSent(var why):
                    return new Outcome.Refused(
                        $"{why} Inget är överlämnat. Hämta filen, skicka den själv och markera den som överlämnad."
                    );
                case PostOffice.Outcome.Uncertain(var why):
                    return new Outcome.Refused(
                        $"{why} Fråga mottagaren. Har det kommit fram markerar du redovisningen som överlämnad, annars skickar du den igen."
                    );
                case PostOffice.Outcome.Sent:
                    way = DeliveryWay.Letter;
                    break;
                case PostOffice.Outcome.Kept:
                    way = DeliveryWay.Outbox;
                    break;
            }
        }

        await Keep(view, version, means, way, file, hash, sender, cancellation);
        return new Outcome.Delivered(way);
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
        return version != view.Submission.CurrentVersion
                ? $"Version {view.Submission.CurrentVersion} är inlämnad sedan du öppnade sidan. Det är den som ska överlämnas."
            : seen != await db.Deliveries.CountAsync(one => one.SubmissionId == id, cancellation)
                ? "Någon har överlämnat redovisningen sedan du öppnade sidan. Läs vad som står där nu."
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
        string address,
        ViewSubmission.Result view,
        ViewReceipt.Result receipt,
        LetterFile file,
        string hash,
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
            address,
            view.Round.Recipient,
            DeliveryLetter.Subject(view, receipt),
            DeliveryLetter.Text(view, receipt, file, hash, sender.Name, own),
            isTrial
        )
        {
            File = file,
            AnswerTo = own,
        };
    }

    private async Task Keep(
        ViewSubmission.Result view,
        int version,
        DeliveryMeans means,
        DeliveryWay way,
        LetterFile file,
        string hash,
        Visitor sender,
        CancellationToken cancellation
    )
    {
        var delivery = new Delivery
        {
            Id = Id.New<Delivery>(clock),
            SubmissionId = view.Submission.Id,
            Version = version,
            Recipient = view.Round.Recipient,
            Way = way,
            Address = (means as DeliveryMeans.Letter)?.Address.Trim(),
            Words = (means as DeliveryMeans.ByHand) is { } byHand ? Source.Normalised(byHand.Words) : null,
            FileName = file.Name,
            FileHash = hash,
            FileSize = file.Content.Length,
            At = clock.GetUtcNow(),
            By = sender.Actor,
        };
        db.Deliveries.Add(delivery);
        db.DeliveredFiles.Add(new DeliveredFile { DeliveryId = delivery.Id, Content = file.Content });
        await db.Save(
            new Change(sender.Actor, "delivery.add", $"{view.Round.Id}/{view.Reporter.Id}/v{version}"),
            cancellation
        );
    }

    public abstract record Outcome
    {
        private Outcome() { }

        public sealed record Delivered(DeliveryWay Way) : Outcome;

        /// <param name="Message">Why, in Swedish; nothing was handed over.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
