using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;
using Samla.Access;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;
using Samla.Letters;
using Samla.Tests.Letters;
using Samla.Tests.Testing;

namespace Samla.Tests.Collect;

public sealed class DeliverReportTests(Databases databases) : IDisposable
{
    private const string Address = "registrator@departementet.example";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("samla-brev-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_was_sent_is_kept_byte_for_byte(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        // A real round: what is reconstructed is never sent.
        await database.Tamper("""UPDATE "Rounds" SET "Origin" = 'Reported' WHERE "Id" = '2023'""");
        using var mailbox = new Mailbox();
        var taken = mailbox.Take(refusal: null, Stop);

        Assert.Equal(
            new DeliverReport.Outcome.Delivered(DeliveryWay.Letter),
            await Deliver(database, new DeliveryMeans.Letter($" {Address} "), Server(mailbox))
        );

        var letter = (await taken)!;
        var attachment = Assert.Single(letter.Attachments.OfType<MimePart>());
        using var sent = new MemoryStream();
        await attachment.Content!.DecodeToAsync(sent, Stop);
        var line = Assert.Single(await List(database));
        var kept = await database.Ask(
            (ReadDeliveredFile read) => read.Run(Sample2023.Round, Sample2023.Värmland, line.Delivery.Id, Stop)
        );
        Assert.Equal(sent.ToArray(), kept!.Content);
        Assert.Equal("redovisning-2023-17-version-1.docx", attachment.FileName);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(sent.ToArray())), line.Delivery.FileHash);
        Assert.Equal(sent.Length, line.Delivery.FileSize);
        Assert.Equal((Address, "Regeringskansliet"), (line.Delivery.Address, line.Delivery.Recipient));
        Assert.Contains(line.Delivery.FileHash, letter.TextBody, StringComparison.Ordinal);
        Assert.Contains("Utan angivet beslut.", letter.TextBody, StringComparison.Ordinal);
        Assert.Equal("ansvarig.17@prov.example", Assert.Single(letter.ReplyTo.Mailboxes).Address);
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_is_marked_by_hand_is_the_file_that_can_be_fetched(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var file = await database.Ask(
            (ExportReport export) => export.Run(Sample2023.Round, Sample2023.Värmland, version: 1, Stop)
        );
        database.Clock.Pass(TimeSpan.FromDays(3));

        await Deliver(database, new DeliveryMeans.ByHand("Rekommenderat brev den 20 februari."), new());

        var delivery = Assert.Single(await List(database)).Delivery;
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(file!)), delivery.FileHash);
        Assert.Equal(
            (DeliveryWay.ByHand, "Rekommenderat brev den 20 februari.", null),
            (delivery.Way, delivery.Words, delivery.Address)
        );
        Assert.Equal(DeliveryState.Delivered, await State(database));
    }

    [Fact]
    public async Task A_sample_is_laid_in_the_outbox_though_there_is_a_mail_server()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        using var mailbox = new Mailbox();

        Assert.Equal(
            new DeliverReport.Outcome.Delivered(DeliveryWay.Outbox),
            await Deliver(database, new DeliveryMeans.Letter(Address), Server(mailbox))
        );

        Assert.Empty(mailbox.Heard);
        var letter = await MimeMessage.LoadAsync(Assert.Single(_folder.GetFiles("*.eml")).FullName, Stop);
        Assert.Contains("rekonstruerad ur offentliga uppgifter", letter.TextBody, StringComparison.Ordinal);
        Assert.Equal(DeliveryState.InOutbox, await State(database));
    }

    [Fact]
    public async Task A_letter_that_is_not_sent_is_no_delivery()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await database.Tamper("""UPDATE "Rounds" SET "Origin" = 'Reported' WHERE "Id" = '2023'""");
        using var mailbox = new Mailbox();
        var taken = mailbox.Take("550 okänd", Stop);

        var refused = Assert.IsType<DeliverReport.Outcome.Refused>(
            await Deliver(database, new DeliveryMeans.Letter(Address), Server(mailbox))
        );

        await taken;
        Assert.Contains("Inget är överlämnat.", refused.Message, StringComparison.Ordinal);
        Assert.Empty(await List(database));
    }

    [Fact]
    public async Task A_letter_that_may_have_come_is_kept_as_unsure_until_the_recipient_says_so()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await database.Tamper("""UPDATE "Rounds" SET "Origin" = 'Reported' WHERE "Id" = '2023'""");
        using var mailbox = new Mailbox { CutAt = "DATA" };
        var taken = mailbox.Take(refusal: null, Stop);

        Assert.Equal(
            new DeliverReport.Outcome.Delivered(DeliveryWay.Uncertain),
            await Deliver(database, new DeliveryMeans.Letter(Address), Server(mailbox))
        );

        await taken;
        Assert.Equal(DeliveryState.Uncertain, await State(database));
        Assert.Equal(DeliveryWay.Uncertain, Assert.Single(await List(database)).Delivery.Way);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Who_presses_twice_sends_one_letter(Engine engine)
    {
        await using var database = await databases.WithSample(engine);

        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ => Deliver(database, new DeliveryMeans.Letter(Address), new() { Outbox = _folder.FullName }))
        );

        Assert.Single(outcomes.OfType<DeliverReport.Outcome.Delivered>());
        Assert.Single(_folder.GetFiles("*.eml"));
        Assert.Single(await List(database));
    }

    [Fact]
    public async Task Nobody_sends_letters_without_end()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        for (var sent = 0; sent < Delivery.MostInADay; sent++)
        {
            Assert.IsType<DeliverReport.Outcome.Delivered>(
                await Deliver(database, new DeliveryMeans.ByHand("Med bud."), new(), seen: sent)
            );
        }

        var more = await Deliver(database, new DeliveryMeans.ByHand("Med bud."), new(), seen: Delivery.MostInADay);
        Assert.Contains(
            "tio gånger",
            Assert.IsType<DeliverReport.Outcome.Refused>(more).Message,
            StringComparison.Ordinal
        );

        database.Clock.Pass(TimeSpan.FromHours(25));
        Assert.IsType<DeliverReport.Outcome.Delivered>(
            await Deliver(database, new DeliveryMeans.ByHand("Med bud."), new(), seen: Delivery.MostInADay)
        );
    }

    [Theory]
    [InlineData("", "hel e-postadress")]
    [InlineData("departementet", "hel e-postadress")]
    [InlineData("a@b.se\r\nBcc: c@d.se", "hel e-postadress")]
    public async Task An_address_that_is_none_is_refused(string address, string why)
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var refused = Assert.IsType<DeliverReport.Outcome.Refused>(
            await Deliver(database, new DeliveryMeans.Letter(address), new())
        );
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_version_that_counts_is_handed_over_and_by_those_who_know_what_was_done()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var byHand = new DeliveryMeans.ByHand("Med bud.");
        Assert.Contains(
            "Skriv hur",
            Message(await Deliver(database, new DeliveryMeans.ByHand(" "), new())),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "finns inte",
            Message(await Deliver(database, byHand, new(), version: 2)),
            StringComparison.Ordinal
        );
        await Deliver(database, byHand, new());
        Assert.Contains(
            "sedan du öppnade sidan",
            Message(await Deliver(database, byHand, new())),
            StringComparison.Ordinal
        );
        await database.Save(Sample2023.Värmland, Sample2023.Strategy, "Nytt.", seen: 1);
        await database.Submit(Sample2023.Värmland);
        Assert.Equal(DeliveryState.EarlierVersion, await State(database));

        Assert.Contains(
            "Version 2 är inlämnad",
            Message(await Deliver(database, byHand, new(), seen: 1)),
            StringComparison.Ordinal
        );

        static string Message(DeliverReport.Outcome outcome) =>
            Assert.IsType<DeliverReport.Outcome.Refused>(outcome).Message;
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task The_recipients_word_is_noted_and_can_be_put_right(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await Deliver(database, new DeliveryMeans.ByHand("Med bud."), new());
        var id = Assert.Single(await List(database)).Delivery.Id;

        Assert.IsType<AcknowledgeDelivery.Outcome.Refused>(await Note(id, "2024-02-23", "LI2024/1"));
        Assert.IsType<AcknowledgeDelivery.Outcome.Refused>(await Note(id, "2024-02-21", " "));
        Assert.IsType<AcknowledgeDelivery.Outcome.Refused>(await Note(default, "2024-02-21", "LI2024/1"));
        await Note(id, "2024-02-21", "LI2024/1");
        await Note(id, "2024-02-20", "LI2024/2");

        var line = Assert.Single(await List(database));
        Assert.Equal(
            (new DateOnly(2024, 2, 20), "LI2024/2", "Åsa"),
            (line.Delivery.AcknowledgedOn!.Value, line.Delivery.AcknowledgementReference, line.AcknowledgedBy)
        );
        Assert.Equal(DeliveryState.Acknowledged, await State(database));
        var last = await database.Ask((SamlaDb db) => db.Audit.OrderBy(one => one.Sequence).LastAsync(Stop));
        Assert.Contains("LI2024/1", last.Changes, StringComparison.Ordinal);

        Task<AcknowledgeDelivery.Outcome> Note(Id<Delivery> delivery, string on, string reference) =>
            database.Ask(
                (AcknowledgeDelivery note) =>
                    note.Run(Sample2023.Round, Sample2023.Värmland, delivery, on, reference, "Åsa", Stop)
            );
    }

    private MailSettings Server(Mailbox mailbox) =>
        new()
        {
            Server = "127.0.0.1",
            Port = mailbox.Port,
            Tls = MailTls.None,
            From = "Samla <samla@myndigheten.se>",
            Outbox = _folder.FullName,
        };

    private static async Task<DeliverReport.Outcome> Deliver(
        TestDatabase database,
        DeliveryMeans means,
        MailSettings mail,
        int version = 1,
        int seen = 0
    )
    {
        var account = await database.Ask(
            (SamlaDb db) => db.Accounts.SingleAsync(one => one.Email == "ansvarig.17@prov.example", Stop)
        );
        var lead = new Visitor(
            account.Id,
            default,
            account.Name,
            Roles.Lead,
            Sample2023.Värmland,
            "Region Värmland",
            IsSample: false
        );
        var post = new PostOffice(mail, database.Clock, NullLogger<PostOffice>.Instance);
        return await database.Ask(
            (IServiceProvider services) =>
                ActivatorUtilities
                    .CreateInstance<DeliverReport>(services, post)
                    .Run(Sample2023.Round, Sample2023.Värmland, version, seen, means, lead, Stop)
        );
    }

    private static async Task<IReadOnlyList<ListDeliveries.Line>> List(TestDatabase database)
    {
        var submission = await database.Ask(
            (SamlaDb db) =>
                db
                    .Submissions.Where(one => one.RoundId == Sample2023.Round && one.ReporterId == Sample2023.Värmland)
                    .Select(one => one.Id)
                    .SingleAsync(Stop)
        );
        return await database.Ask((ListDeliveries list) => list.Run(submission, Stop));
    }

    private static async Task<DeliveryState> State(TestDatabase database) =>
        (await database.Ask((ListSubmissions list) => list.Run(Sample2023.Round, Stop)))!
            .Lines.Single(line => line.Reporter.Id == Sample2023.Värmland)
            .Delivery;
}
