using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Analyse.Assessments;
using Samla.Compile;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Analyse;
using Samla.Tests.Analyse.Documents;
using Samla.Tests.Testing;

namespace Samla.Tests.Analyse.Assessments;

/// <summary>Two experts judge documents by a form without seeing each other's answers, and what they come to is counted.</summary>
public sealed class AssessmentTests(Databases databases)
{
    private const string Text = "Vi följer den nationella strategin.\n\nMålen går att pröva varje år.";

    private static readonly FormWords Words = new(
        "Bedömning på prov",
        "Om strategierna hänger ihop.",
        "0 Saknas: Inget spår.\n1 Antyds\n2 Beskrivs\n",
        "A. Övergripande\na1. Hänvisar den till den nationella?\na2. Finns mål?\na3. Vad saknas? (fritext)\n",
        AllowsNotApplicable: true,
        NeedsEvidence: true
    );

    private static readonly Key<AssessmentQuestion> A1 = Sample2023.Named<AssessmentQuestion>("a1");
    private static readonly Key<AssessmentQuestion> A2 = Sample2023.Named<AssessmentQuestion>("a2");
    private static readonly Key<AssessmentQuestion> A3 = Sample2023.Named<AssessmentQuestion>("a3");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Two_judge_blind_differ_settle_and_what_counts_stands_in_a_claim(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var (form, one, other) = await Begin(database);
        var west = await database.AddDocument(Text, "14");
        var north = await database.AddDocument(Text, "25");
        await HandOut(database, form, [west, north], [one, other]);
        var code = await CountFrom(database, new AssessedAs(form, A1, 2), "Hänvisar till den nationella");

        // Before anybody hands in, the other sees nothing and nothing is known.
        await Answer(database, one, west, 2, 1);
        Assert.Equal(0, (await View(database, other, west)).Item.Answered);
        Assert.Equal("NotRead", await WhereIs(database, code, "14"));
        await HandIn(database, one, west);
        Assert.Equal("NotRead", await WhereIs(database, code, "14"));
        Assert.Empty((await Results(database, form)).Differences);

        await Answer(database, other, west, 2, 2);
        await HandIn(database, other, west);
        Assert.Equal("Says", await WhereIs(database, code, "14"));
        Assert.Equal("NotRead", await WhereIs(database, code, "25"));
        Assert.Equal("NotAsked", await WhereIs(database, code, "01"));
        Assert.Equal([A2], (await Results(database, form)).Differences.Select(difference => difference.Question.Id));

        var goals = await CountFrom(database, new AssessedAs(form, A2, 2), "Har mål");
        Assert.Equal("NotRead", await WhereIs(database, goals, "14"));
        Assert.IsType<AssessmentResult.Refused>(await Settle(database, form, west, A2, null, "skäl", one));
        Assert.IsType<AssessmentResult.Refused>(await Settle(database, form, west, A2, new Judgement(2), " ", one));
        Assert.IsType<AssessmentResult.Refused>(await Settle(database, form, west, A1, new Judgement(0), "skäl", one));
        Assert.IsType<AssessmentResult.Done>(
            await Settle(database, form, west, A2, new Judgement(2), "Målen har årtal.", one)
        );
        Assert.Equal("Says", await WhereIs(database, goals, "14"));
        var settled = (await Results(database, form)).Assessed.Settlements.Values.Single();
        Assert.Equal((SettledBy.Agreement, "Målen har årtal."), (settled.By, settled.Reason));

        // Somebody who has not seen it does not change it.
        Assert.IsType<AssessmentResult.Refused>(
            await Settle(database, form, west, A2, new Judgement(0), "Nej.", other)
        );
        Assert.IsType<AssessmentResult.Done>(
            await Settle(
                database,
                form,
                west,
                A2,
                new Judgement(2),
                "Vi är överens.",
                other,
                SettleAssessment.SeenOf(settled)
            )
        );

        // In a chapter: the number, who it is, and why.
        var said = (await database.Ask((OfferClaims offer) => offer.One(Sample2023.Round, $"{code}", Stop)))!;
        Assert.Equal(("En region", "Västra Götaland."), (said.Words, said.Note));
        Assert.Contains(said.Alarms, alarm => alarm.Contains("Norrbotten är inte bedömd än", StringComparison.Ordinal));
        var county = RegionCode.Parse("14", null);
        var words = await database.Ask((ReadClaimWords read) => read.Run(Sample2023.Round, [code], [county], Stop));
        Assert.Equal(
            "Hänvisar den till den nationella? 2 Beskrivs. ”Vi följer den nationella strategin.”",
            Assert.Single(words).Words
        );
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_question_that_does_not_apply_asks_nobody(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var (form, one, other) = await Begin(database);
        var document = await database.AddDocument(Text, "14");
        await HandOut(database, form, [document], [one, other]);
        var code = await CountFrom(database, new AssessedAs(form, A1, 1), "Hänvisar");
        foreach (var expert in new[] { one, other })
        {
            await Answer(database, expert, document, null, 0);
            await HandIn(database, expert, document);
        }

        Assert.Equal("NotAsked", await WhereIs(database, code, "14"));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Answers_are_kept_as_they_are_until_all_are_there_and_then_change_no_more(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var (form, one, other) = await Begin(database);
        var document = await database.AddDocument(Text, "14");
        await HandOut(database, form, [document], [one, other]);
        var id = (await View(database, one, document)).Item.Assessment.Id;

        var wrong = Assert.IsType<AssessmentResult.Refused>(
            await Save(database, id, one, 0, Given(A1, new Judgement(2), "", "ord som inte står där"))
        );
        Assert.Contains("Fråga a1: ”ord som inte står där”", Assert.Single(wrong.Messages), StringComparison.Ordinal);
        Assert.Contains(
            "ett av stegen",
            Assert.Single(
                Assert
                    .IsType<AssessmentResult.Refused>(
                        await Save(database, id, one, 0, Given(A1, new Judgement(7), "", ""))
                    )
                    .Messages
            ),
            StringComparison.Ordinal
        );
        Assert.Empty((await View(database, one, document)).Answers);

        Assert.IsType<AssessmentResult.Done>(
            await Save(database, id, one, 0, Given(A1, new Judgement(2), "Tydligt.", ""))
        );
        // Another window that began before.
        Assert.Contains(
            "annat fönster",
            Assert.Single(
                Assert
                    .IsType<AssessmentResult.Refused>(
                        await Save(database, id, one, 0, Given(A1, new Judgement(0), "", ""))
                    )
                    .Messages
            ),
            StringComparison.Ordinal
        );
        // Nobody answers for another.
        Assert.IsType<AssessmentResult.Refused>(
            await Save(database, id, other, 1, Given(A1, new Judgement(0), "", ""))
        );
        Assert.Null(await database.Ask((ViewAssessment view) => view.Run(id, other, Stop)));

        var missing = Assert.IsType<AssessmentResult.Refused>(
            await database.Ask((AnswerAssessment use) => use.HandIn(id, one, Stop))
        );
        Assert.Equal(
            ["Frågorna a2 och a3 är inte besvarade.", "Fråga a1 behöver ett belägg ur dokumentet för ”2 Beskrivs”."],
            missing.Messages
        );
        await Answer(database, one, document, 2, 0);
        await HandIn(database, one, document);
        Assert.IsType<AssessmentResult.Refused>(await Save(database, id, one, 2, Given(A1, new Judgement(0), "", "")));
        var kept = await View(database, one, document);
        Assert.Equal(new Judgement(2), kept.Answers[A1].Judgement);
        Assert.Equal("Vi följer den nationella strategin.", Assert.Single(kept.Evidence[A1]).Quote);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task An_expert_who_leaves_halfway_is_relieved_and_another_goes_on(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var (form, one, other) = await Begin(database);
        var third = (await Experts(database))[2];
        var document = await database.AddDocument(Text, "14");
        var code = await CountFrom(database, new AssessedAs(form, A1, 2), "Hänvisar");
        Assert.Contains(
            "bara få en sakkunnig",
            Refusal(await HandingOut(database, form, [document], [one])),
            StringComparison.Ordinal
        );
        await HandOut(database, form, [document], [one, other]);
        await Answer(database, one, document, 2, 2);
        await HandIn(database, one, document);
        var left = (await View(database, other, document)).Item.Assessment.Id;

        Assert.IsType<AssessmentResult.Done>(
            await database.Ask((HandOutAssessments use) => use.Relieve(Sample2023.Round, left, "Åsa", Stop))
        );
        Assert.Null(await database.Ask((ViewAssessment view) => view.Run(left, other, Stop)));
        Assert.Equal("NotRead", await WhereIs(database, code, "14"));

        await HandOut(database, form, [document], [third]);
        await Answer(database, third, document, 2, 2);
        await HandIn(database, third, document);
        Assert.Equal("Says", await WhereIs(database, code, "14"));
        Assert.Contains(
            "redan bedömt",
            Refusal(await HandingOut(database, form, [document], [other])),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_form_that_is_handed_out_is_not_changed_and_a_new_version_of_a_document_is_not_judged(
        Engine engine
    )
    {
        await using var database = await databases.WithSample(engine);
        var (form, one, other) = await Begin(database);
        var changed = Words with { Questions = "A. Annat\na1. Något annat?\n" };
        Assert.IsType<AssessmentResult.Done>(
            await database.Ask((WriteForm write) => write.Edit(Sample2023.Round, form, changed, "Åsa", Stop))
        );
        Assert.IsType<AssessmentResult.Done>(
            await database.Ask((WriteForm write) => write.Edit(Sample2023.Round, form, Words, "Åsa", Stop))
        );
        var document = await database.AddDocument(Text, "14");
        await HandOut(database, form, [document], [one, other]);
        var code = await CountFrom(database, new AssessedAs(form, A1, 2), "Hänvisar");
        foreach (var expert in new[] { one, other })
        {
            await Answer(database, expert, document, 2, 2);
            await HandIn(database, expert, document);
        }

        Assert.Contains(
            "kan inte ändras",
            Refusal(await database.Ask((WriteForm write) => write.Edit(Sample2023.Round, form, changed, "Åsa", Stop))),
            StringComparison.Ordinal
        );
        Assert.IsType<AssessmentResult.Refused>(
            await database.Ask((WriteForm write) => write.Remove(Sample2023.Round, form, "Åsa", Stop))
        );
        Assert.Equal("Says", await WhereIs(database, code, "14"));

        await database.AddDocument("En ny text.", "14", replaced: document);
        Assert.Equal("NotRead", await WhereIs(database, code, "14"));
    }

    [Fact]
    public async Task A_code_is_counted_from_no_other_question_than_one_on_the_scale()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var (form, _, _) = await Begin(database);

        foreach (var (question, level) in new[] { (A3, 1), (A1, 7), (Sample2023.Named<AssessmentQuestion>("z9"), 1) })
        {
            Assert.Contains(
                "Bedömningsmallen har ingen sådan fråga",
                Assert
                    .IsType<CodebookOutcome.Refused>(
                        await Count(
                            database,
                            new AssessedAs(form, question, level),
                            "Prov",
                            await Group(database, "Prov")
                        )
                    )
                    .Message,
                StringComparison.Ordinal
            );
        }
    }

    private static async Task<(Key<AssessmentForm> Form, string One, string Other)> Begin(TestDatabase database)
    {
        var added = Assert.IsType<AssessmentResult.Done>(
            await database.Ask((WriteForm write) => write.Add(Sample2023.Round, null, Words, "Åsa", Stop))
        );
        var experts = await Experts(database);
        return (added.Form!, experts[0], experts[1]);
    }

    private static Task<List<string>> Experts(TestDatabase database) =>
        database.Ask(
            async (SamlaDb db) =>
            {
                if (!await db.Accounts.AnyAsync(account => account.Name.StartsWith("Sakkunnig "), Stop))
                {
                    db.Accounts.AddRange(
                        Enumerable
                            .Range(1, 3)
                            .Select(number => new Account
                            {
                                Id = Id.New<Account>(TimeProvider.System),
                                Email = $"sakkunnig{number}@myndighet.example",
                                Name = $"Sakkunnig {number}",
                                ReporterId = null,
                                Roles = Roles.Expert,
                                SecurityStamp = "",
                                IsSample = false,
                                CreatedAt = DateTimeOffset.UnixEpoch,
                            })
                    );
                    await db.Save(new Change("Åsa", "account.add", "sakkunniga"), Stop);
                }

                var ids = await db
                    .Accounts.Where(account => account.Name.StartsWith("Sakkunnig "))
                    .OrderBy(account => account.Name)
                    .Select(account => account.Id)
                    .ToListAsync(Stop);
                return ids.ConvertAll(Account.ActorOf);
            }
        );

    private static Task<AssessmentResult> HandingOut(
        TestDatabase database,
        Key<AssessmentForm> form,
        IReadOnlyCollection<Id<Document>> documents,
        IReadOnlyCollection<string> experts
    ) => database.Ask((HandOutAssessments use) => use.Run(Sample2023.Round, form, documents, experts, "Åsa", Stop));

    private static async Task HandOut(
        TestDatabase database,
        Key<AssessmentForm> form,
        IReadOnlyCollection<Id<Document>> documents,
        IReadOnlyCollection<string> experts
    ) => Assert.IsType<AssessmentResult.Done>(await HandingOut(database, form, documents, experts));

    private static async Task<ViewAssessment.Result> View(TestDatabase database, string expert, Id<Document> document)
    {
        var source = await database.SourceOf(document);
        var queue = await database.Ask((ViewAssessment view) => view.Queue(expert, Stop));
        var id = queue.Single(item => item.Assessment.SourceId == source).Assessment.Id;
        return (await database.Ask((ViewAssessment view) => view.Run(id, expert, Stop)))!;
    }

    private static AnswerAssessment.Given Given(
        Key<AssessmentQuestion> question,
        Judgement? judgement,
        string text,
        string evidence
    ) => new(question, judgement, text, evidence);

    private static Task<AssessmentResult> Save(
        TestDatabase database,
        Id<Assessment> id,
        string expert,
        int revision,
        params AnswerAssessment.Given[] answers
    ) => database.Ask((AnswerAssessment use) => use.Save(id, answers, revision, expert, Stop));

    /// <summary>Answers all questions: the first two with a step, or that they do not apply, and evidence above the lowest.</summary>
    private static async Task Answer(
        TestDatabase database,
        string expert,
        Id<Document> document,
        int? first,
        int? second
    )
    {
        var item = (await View(database, expert, document)).Item.Assessment;
        Assert.IsType<AssessmentResult.Done>(
            await Save(
                database,
                item.Id,
                expert,
                item.Revision,
                Given(A1, new Judgement(first), "", first > 0 ? "Vi följer den nationella strategin." : ""),
                Given(A2, new Judgement(second), "", second > 0 ? "Målen går att pröva varje år." : ""),
                Given(A3, null, "Ansvar.", "")
            )
        );
    }

    private static async Task HandIn(TestDatabase database, string expert, Id<Document> document)
    {
        var id = (await View(database, expert, document)).Item.Assessment.Id;
        Assert.IsType<AssessmentResult.Done>(
            await database.Ask((AnswerAssessment use) => use.HandIn(id, expert, Stop))
        );
    }

    private static async Task<ViewForm.Result> Results(TestDatabase database, Key<AssessmentForm> form) =>
        (await database.Ask((ViewForm view) => view.Run(Sample2023.Round, form, Stop)))!;

    private static async Task<AssessmentResult> Settle(
        TestDatabase database,
        Key<AssessmentForm> form,
        Id<Document> document,
        Key<AssessmentQuestion> question,
        Judgement? judgement,
        string reason,
        string actor,
        string seen = ""
    )
    {
        var source = await database.SourceOf(document);
        return await database.Ask(
            (SettleAssessment settle) =>
                settle.Run(Sample2023.Round, form, source, question, judgement, reason, seen, actor, Stop)
        );
    }

    private static async Task<Key<Code>> CountFrom(TestDatabase database, AssessedAs from, string label) =>
        Assert.IsType<CodebookOutcome.Changed>(await Count(database, from, label, await Group(database, label))).Code;

    private static Task<CodebookOutcome> Count(TestDatabase database, AssessedAs from, string label, Key<Code> group) =>
        database.Ask(
            (AddCode add) =>
                add.Counted(
                    Sample2023.Round,
                    group,
                    new CodeWords(label, "", "", ""),
                    requirement: null,
                    from,
                    "Åsa",
                    Stop
                )
        );

    private static Task<Key<Code>> Group(TestDatabase database, string label) =>
        database.AddToCodebook(CodeKind.Group, MadeDocument.Section, $"Bedömda: {label} {Guid.NewGuid()}");

    private static async Task<string> WhereIs(TestDatabase database, Key<Code> code, string county)
    {
        var standing = await database.StandingOf(code);
        var region = RegionCode.Parse(county, null);
        return standing.Says.Contains(region) ? "Says"
            : standing.Silent.Contains(region) ? "Silent"
            : standing.NotAsked.Contains(region) ? "NotAsked"
            : "NotRead";
    }

    private static string Refusal(AssessmentResult outcome) =>
        string.Join(' ', Assert.IsType<AssessmentResult.Refused>(outcome).Messages);
}
