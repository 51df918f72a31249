using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Analyse.Documents;
using Samla.Analyse.Questions;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Tests.Analyse.Documents;
using Samla.Tests.Architecture;
using Samla.Tests.Testing;

namespace Samla.Tests.Analyse.Questions;

/// <summary>
/// Passages that answer questions put to the made-up strategies. The pairs of questions and passages were written before there was
/// anything to find them with, and the codebook by somebody who had not read the documents.
/// </summary>
public sealed class FindPassagesTests(Databases databases)
{
    private static readonly Key<Round> Round = Key<Round>.Parse("rus-2026", CultureInfo.InvariantCulture);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static readonly IReadOnlyList<Pair> Pairs =
    [
        .. JsonSerializer.Deserialize<List<Pair>>(
            RepositoryRoot.Read("tests/Samla.Tests/Strategies/pairs.json"),
            JsonSerializerOptions.Web
        )!,
    ];

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task The_right_passage_is_among_the_first_three_for_at_least_85_of_100_questions(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var asked = await Ask(database);

        var missed = Pairs
            .Where(pair => !asked[pair.Question][pair.County].Found.Any(found => Has(found, pair.Passage)))
            .Select(pair => $"{pair.County} {pair.Question}")
            .ToList();

        Assert.True(
            missed.Count <= 0.15 * Pairs.Count,
            $"{missed.Count} of {Pairs.Count}: {string.Join(", ", missed)}"
        );
    }

    [Fact]
    public async Task A_document_that_is_silent_on_a_question_has_a_weaker_best_passage_than_those_that_answer_it()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var asked = await Ask(database);
        using var silent = JsonDocument.Parse(RepositoryRoot.Read("tests/Samla.Tests/Strategies/silent.json"));

        var ofSilent = (
            from county in silent.RootElement.EnumerateObject()
            from question in county.Value.EnumerateArray()
            select asked[question.GetString()!][county.Name].Found[0].Strength
        ).ToList();
        var ofOthers = Pairs.Select(pair => asked[pair.Question][pair.County].Found[0].Strength).ToList();

        Assert.True(ofSilent.Average() < ofOthers.Average(), $"{ofSilent.Average()} and {ofOthers.Average()}");
        Assert.All(ofSilent.Concat(ofOthers), strength => Assert.InRange(strength, 0, 1));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_passage_that_is_given_a_code_is_shown_as_given_and_another_takes_its_place(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var before = (
            await database.Ask(
                (FindPassages find) => find.Run(Round, Question("uppfoljning"), null, "prov", null, Stop)
            )
        )!;
        var document = before.Documents[0];
        var best = document.Found[0];
        Assert.NotNull(best.Code);

        var added = await database.Ask(
            (AddCoding add) => add.Run(document.Source, best.Code!.Id, best.Quote, best.Start, "prov", Stop)
        );

        Assert.IsType<AddCoding.Outcome.Added>(added);
        var after = (
            await database.Ask(
                (FindPassages find) => find.Run(Round, Question("uppfoljning"), null, "prov", null, Stop)
            )
        )!;
        Assert.Equal(
            (best.Code!.Id, best.Quote),
            Assert.Single(after.Documents[0].Given.Select(one => (one.Code.Id, one.Quote)))
        );
        Assert.DoesNotContain(after.Documents[0].Found, found => found.Start == best.Start);
        Assert.Equal(FindPassages.MostOfEach, after.Documents[0].Found.Count);
        Assert.Equal(before.Passages, after.Passages);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Each_passage_stands_word_for_word_in_its_document_with_the_words_that_speak_for_it(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var view = (
            await database.Ask((FindPassages find) => find.Run(Round, Question("samordning"), null, "prov", null, Stop))
        )!;
        var texts = await database.Ask(
            (SamlaDb db) => db.Sources.ToDictionaryAsync(one => one.Id, one => one.Text, Stop)
        );

        Assert.Equal(21, view.Documents.Count);
        Assert.All(
            view.Documents,
            document =>
            {
                Assert.NotEmpty(document.Found);
                Assert.All(
                    document.Found,
                    found =>
                    {
                        Assert.Equal(found.Quote, texts[document.Source].Substring(found.Start, found.Quote.Length));
                        Assert.All(
                            found.Words,
                            word => Assert.Contains(word, found.Quote, StringComparison.OrdinalIgnoreCase)
                        );
                    }
                );
            }
        );
    }

    [Fact]
    public async Task Words_that_somebody_adds_are_looked_for_as_parts_of_compounds_too()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Add(
            database,
            "Ett",
            "Vi bygger ut kollektivtrafiken längs kusten.\n\nVi målar hus.\n\nVi sjunger i kör."
        );
        await Add(database, "Två", "Vi målar vägar.\n\nTrafikstyrningen provas på våren.\n\nVi sjunger i kör.");

        var view = (
            await database.Ask(
                (FindPassages find) => find.Run(Round, Question("aktiviteter"), "trafik", "prov", null, Stop)
            )
        )!;

        var own = view.Documents.Where(one => one.Document.Title is "Ett" or "Två").ToList();
        Assert.Equal(
            ["Vi bygger ut kollektivtrafiken längs kusten.", "Trafikstyrningen provas på våren."],
            own.OrderBy(one => one.Document.Title).Select(one => one.Found[0].Quote)
        );
        Assert.Contains("kollektivtrafiken", own.Single(one => one.Document.Title == "Ett").Found[0].Words);
    }

    [Fact]
    public async Task More_is_shown_of_the_document_that_somebody_asks_for()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var first = (
            await database.Ask((FindPassages find) => find.Run(Round, Question("utmaningar"), null, "prov", null, Stop))
        )!;

        var view = await database.Ask(
            (FindPassages find) =>
                find.Run(Round, Question("utmaningar"), null, "prov", first.Documents[4].Document.Id, Stop)
        );

        Assert.Equal(FindPassages.MostOfOne, view!.Documents[4].Found.Count);
        Assert.Equal(FindPassages.MostOfEach, view.Documents[5].Found.Count);
    }

    [Fact]
    public async Task A_document_that_somebody_is_to_code_blind_shows_them_nothing_on_the_question()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var first = (await View(database, "prov")).Documents[0];
        await Give(database, first, first.Found[0].Code!.Id);
        await HandOut(database, first.Source, "kodare");

        var seen = (await View(database, "kodare")).Documents;

        Assert.Equal((true, 0, 0), (seen[0].IsBlind, seen[0].Given.Count, seen[0].Found.Count));
        Assert.All(seen.Skip(1), one => Assert.Equal((false, true), (one.IsBlind, one.Found.Count > 0)));
        var others = (await View(database, "prov")).Documents[0];
        Assert.False(others.IsBlind);
        Assert.Single(others.Given);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_somebody_uploads_among_the_made_up_documents_does_not_bear_their_mark(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var own = await database.AddDocument("Vi följer upp målen med indikatorer.", "17", round: Round);

        var view = await View(database, "prov");

        Assert.Equal(own, Assert.Single(view.Documents, one => !one.IsMadeUp).Document.Id);
        foreach (var document in view.Documents.Where(one => $"{one.Document.County}" == "17"))
        {
            await Give(database, document, view.Codes[0].Id);
        }

        var words = await database.Ask((ReadCodedWords read) => read.Run(Round, view.Codes[0].Id, null, Stop));
        Assert.Equal(own, Assert.Single(words, one => !one.IsMarked).Document!.Id);
        Assert.Single(words, one => one.IsMarked);
    }

    [Fact]
    public async Task A_requirement_that_reporters_answer_is_no_question_to_documents()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);

        Assert.Null(
            await database.Ask(
                (FindPassages find) => find.Run(Sample2023.Round, Sample2023.Strategy, null, "prov", null, Stop)
            )
        );
        Assert.Null(
            await database.Ask((FindPassages find) => find.Run(Round, Question("finns-inte"), null, "prov", null, Stop))
        );
    }

    private static async Task<Dictionary<string, Dictionary<string, FindPassages.InDocument>>> Ask(
        TestDatabase database
    )
    {
        var asked = new Dictionary<string, Dictionary<string, FindPassages.InDocument>>(StringComparer.Ordinal);
        foreach (var question in Pairs.Select(pair => pair.Question).Distinct())
        {
            var view = await database.Ask(
                (FindPassages find) => find.Run(Round, Question(question), null, "prov", null, Stop)
            );
            asked[question] = view!.Documents.ToDictionary(one => $"{one.Document.County}");
        }

        return asked;
    }

    private static async Task<FindPassages.Result> View(TestDatabase database, string actor) =>
        (await database.Ask((FindPassages find) => find.Run(Round, Question("uppfoljning"), null, actor, null, Stop)))!;

    /// <summary>Gives a code to the best passage of a document.</summary>
    private static async Task Give(TestDatabase database, FindPassages.InDocument document, Key<Code> code)
    {
        var best = document.Found[0];
        Assert.IsType<AddCoding.Outcome.Added>(
            await database.Ask((AddCoding add) => add.Run(document.Source, code, best.Quote, best.Start, "prov", Stop))
        );
    }

    private static Task<int> HandOut(TestDatabase database, Id<Source> source, string coder) =>
        database.Ask(
            async (SamlaDb db) =>
            {
                var coding = new DoubleCoding
                {
                    Id = Id.New<DoubleCoding>(TimeProvider.System),
                    RoundId = Round,
                    Title = "Prov",
                    StartedBy = "prov",
                    StartedAt = TimeProvider.System.GetUtcNow(),
                };
                db.DoubleCodings.Add(coding);
                db.DoubleCodingSources.Add(new DoubleCodingSource { DoubleCodingId = coding.Id, SourceId = source });
                db.DoubleCoders.Add(new DoubleCoder { DoubleCodingId = coding.Id, Coder = coder });
                await db.Save(new Change("prov", "blind.start", $"{coding.Id}"), Stop);
                return 0;
            }
        );

    private static async Task Add(TestDatabase database, string title, string text)
    {
        var upload = await database.Ask(
            (UploadDocument read) =>
                read.Run(Round, document: null, "a.txt", Encoding.UTF8.GetBytes(text), "prov", Stop)
        );
        var waiting = Assert.IsType<UploadDocument.Outcome.Waiting>(upload).Upload;
        var details = new DocumentDetails(title, DocumentKind.Other, County: null);
        Assert.IsType<AddDocument.Outcome.Added>(
            await database.Ask((AddDocument add) => add.Run(Round, waiting, details, "prov", Stop))
        );
    }

    private static bool Has(FindPassages.Found found, string passage) =>
        found.Quote.Contains(passage, StringComparison.Ordinal);

    private static Key<Requirement> Question(string id) => Key<Requirement>.Parse(id, CultureInfo.InvariantCulture);

    private sealed record Pair(string County, string Question, string Passage);
}
