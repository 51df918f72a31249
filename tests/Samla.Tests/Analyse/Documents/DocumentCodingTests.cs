using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Analyse.Documents;
using Samla.Analyse.Exchange;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Tests.Analyse.Exchange;
using Samla.Tests.Testing;

namespace Samla.Tests.Analyse.Documents;

/// <summary>Documents that are coded, counted, replaced and taken out.</summary>
public sealed class DocumentCodingTests(Databases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Each_county_stands_where_its_documents_put_it(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var code = await database.AddCodeAboutDocuments("Bär");
        await database.CodeIn(await database.AddDocument("Vi odlar bär.", "17"), code, "odlar bär");
        await database.ReadToItsEnd(await database.AddDocument("Vi odlar inget.", "20"));
        await database.ReadToItsEnd(await database.AddDocument("Vi bygger.", "09"));
        await database.AddDocument("Vi bygger mer.", "09");
        await database.CodeIn(await database.AddDocument("Alla odlar bär.", null), code, "odlar bär");

        var standing = await database.StandingOf(code);

        Assert.Equal((Set("17"), Set("20"), Set("09")), (standing.Says, standing.Silent, standing.NotRead));
        Assert.Equal(18, standing.NotAsked.Count);
        var rows = await database.Ask((ReadMatrix read) => read.Run(Sample2023.Round, requirement: null, Stop));
        Assert.Equal(standing, Assert.Single(rows!).Standing);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Codes_about_documents_are_given_to_documents_and_others_to_answers(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var code = await database.AddCodeAboutDocuments("Bär");
        var document = await database.SourceOf(await database.AddDocument("Vi odlar bär.", "17"));
        var answer = await database.Source(Sample2023.Värmland, Sample2023.Strategy);

        Assert.Contains(
            "gäller dokument, inte svar",
            await Refused(database, answer.Id, code, answer.Text[..10]),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "gäller svar, inte dokument",
            await Refused(database, document, Sample2023.Revises, "bär"),
            StringComparison.Ordinal
        );
        var view = await database.Ask((ViewSource read) => read.Run(document, Stop));
        Assert.Equal(["Grupp för Bär", "Bär"], view!.Codes.Select(one => one.Label));
        Assert.Equal(("Strategi 17", "17", true), (view.Name, view.County?.ToString(), view.IsCurrent));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task The_two_kinds_of_codes_are_not_mixed_and_what_is_done_to_them_is_undone(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var berries = await database.AddCodeAboutDocuments("Bär");
        var fruit = await database.AddCodeAboutDocuments("Frukt");
        var group = (await Code(database, fruit)).ParentId!;

        Assert.Contains(
            "En kod om dokument står i en grupp om dokument",
            Message(await database.Ask((AddCode add) => Add(add, MadeDocument.Section, requirement: null))),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "till för koder om dokument",
            Message(await database.Ask((AddCode add) => Add(add, group, Sample2023.Strategy))),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Den ena koden gäller dokument",
            Message(
                await database.Ask(
                    (MergeCodes merge) => merge.Run(Sample2023.Round, berries, Sample2023.Revises, "Åsa", Stop)
                )
            ),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "till för koder om dokument",
            Message(await Move(database, Sample2023.Revises, group)),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "ett annat krav",
            Message(await Move(database, berries, Sample2023.Named<Code>("g-rus-lage"))),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "har koder som gäller svar",
            Message(await Move(database, Sample2023.Named<Code>("miljo"), MadeDocument.Section)),
            StringComparison.Ordinal
        );

        Assert.IsType<CodebookOutcome.Changed>(await Move(database, berries, group));
        await database.Ask((UndoStep undo) => undo.Run(Sample2023.Round, "Åsa", Stop));
        Assert.NotEqual(group, (await Code(database, berries)).ParentId);
        var moves = await database.Ask((ViewCode view) => view.Run(Sample2023.Round, berries, Stop));
        Assert.Contains(moves!.MoveChoices, one => one.Id == group);
        Assert.DoesNotContain(moves.MoveChoices, one => one.RequirementId is not null);
        Assert.IsType<CodebookOutcome.Changed>(
            await database.Ask((MergeCodes merge) => merge.Run(Sample2023.Round, berries, fruit, "Åsa", Stop))
        );
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Codings_move_to_a_new_version_where_their_words_stand_once_and_the_rest_wait(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var code = await database.AddCodeAboutDocuments("Bär");
        var other = await database.AddCodeAboutDocuments("Frukt");
        var id = await database.AddDocument("Vi odlar bär. Vi odlar äpplen.", "17");
        var old = await database.SourceOf(id);
        await database.CodeIn(id, code, "odlar bär");
        var gone = await database.CodeIn(id, other, "odlar äpplen");

        await database.AddDocument("I år: vi odlar bär. Äpplen plockar vi.", "17", replaced: id);

        var now = await database.SourceOf(id);
        Assert.Equal("odlar bär", Assert.Single(await CodingsIn(database, now)).Quote);
        Assert.Equal(Set("17"), (await database.StandingOf(code)).Says);
        Assert.Equal(Set("17"), (await database.StandingOf(other)).NotRead);
        var waiting = (await Unplaced(database)).Texts.Single(text => text.Document?.Id == id);
        Assert.Equal((old, now, gone), (waiting.Before.Id, waiting.Now!.Id, Assert.Single(waiting.Codings).Coding.Id));
        Assert.Contains("kan bara läsas", await Refused(database, old, code, "Vi odlar bär"), StringComparison.Ordinal);
        Assert.Equal(
            (now, 1),
            (
                (await database.Ask((ViewSource read) => read.Run(old, Stop)))!.Current,
                (await database.Ask((ViewSource read) => read.Run(now, Stop)))!.Earlier!.Waiting
            )
        );

        Assert.IsType<PlaceCoding.Outcome.Done>(
            await database.Ask((PlaceCoding place) => place.Run(gone, "Äpplen plockar vi", null, "Bo", Stop))
        );
        Assert.Equal(Set("17"), (await database.StandingOf(other)).Says);
        Assert.DoesNotContain((await Unplaced(database)).Texts, text => text.Document is not null);
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Codings_of_a_document_that_is_taken_out_count_again_when_it_is_put_back(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var code = await database.AddCodeAboutDocuments("Bär");
        var id = await database.AddDocument("Vi odlar bär.", "17");
        await database.CodeIn(id, code, "odlar bär");
        var source = await database.SourceOf(id);

        await database.Ask((RemoveDocument remove) => remove.Run(Sample2023.Round, id, "Åsa", Stop));

        var without = await database.StandingOf(code);
        Assert.Equal((21, true), (without.NotAsked.Count, without.Says.IsEmpty));
        Assert.Empty((await Words(database, code)).Select(words => words.Passage.Quote));
        Assert.False((await database.Ask((ViewSource read) => read.Run(source, Stop)))!.IsCurrent);
        await database.Ask((RemoveDocument remove) => remove.PutBack(Sample2023.Round, id, "Åsa", Stop));
        Assert.Equal(Set("17"), (await database.StandingOf(code)).Says);
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_code_leads_to_the_documents_words_in_the_matrix_on_its_page_and_in_the_table(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var code = await database.AddCodeAboutDocuments("Bär");
        await database.CodeIn(await database.AddDocument("Vi odlar bär.", "17"), code, "odlar bär");
        await database.CodeIn(await database.AddDocument("Alla odlar bär.", null), code, "odlar bär");

        var words = Assert.Single(await Words(database, code));
        Assert.Equal(("Strategi 17", "odlar bär"), (words.Document?.Title, words.Passage.Quote));
        Assert.Empty(await Words(database, code, "20"));
        var view = await database.Ask((ViewCode read) => read.Run(Sample2023.Round, code, Stop));
        Assert.Equal(["Strategi", "Strategi 17"], view!.Passages.Select(one => one.Name).Order(StringComparer.Ordinal));
        Assert.Equal(Set("17"), view.Row!.Standing.Says);
        var codebook = await database.Ask((ViewCodebook read) => read.Run(Sample2023.Round, Stop));
        Assert.Equal(2, codebook!.PathTo(code)[^1].Codings);
        var listed = await database.Ask((ListCodings list) => Listed(list, code));
        Assert.Equal(
            [("Strategi", null, null), ("Strategi 17", "17", null)],
            listed
                .Select(row => (row.Document, row.County?.ToString(), row.Reporter))
                .OrderBy(row => row.Document, StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Documents_and_their_codings_go_out_and_come_back(Engine engine)
    {
        await using var first = await databases.WithSample(engine);
        var code = await first.AddCodeAboutDocuments("Bär");
        var id = await first.AddDocument("Vi odlar bär 🌾 och bär.", "17");
        await first.CodeIn(id, code, "bär 🌾 och");
        var source = await first.SourceOf(id);
        await first.Ask(
            (WriteMemo write) => write.Run(Sample2023.Round, new MemoSubject.OfSource(source), "Läs igen.", "Åsa", Stop)
        );
        var project = (await first.Ask((ExportProject export) => export.Run(Sample2023.Round, Stop)))!;
        var file = ExchangeSample.Qdpx(project);
        var document = project.Sources.Single(one => one.Id == source.Value);
        Assert.Equal(("Strategi 17", 1, 1), (document.Name, document.Selections.Count, document.Notes.Count));

        await first.Ask(
            async (SamlaDb db) =>
            {
                db.Codings.RemoveRange(await db.Codings.ToListAsync(Stop));
                db.Memos.RemoveRange(await db.Memos.ToListAsync(Stop));
                await db.Save(new Change("test", "coding.clear", "2023"), Stop);
                return true;
            }
        );
        var imported = Assert.IsType<ExchangeImport.Imported>(
            await first.Ask(
                (ImportProject import) =>
                    import.Run(Sample2023.Round, ExchangeSample.Read(file).Content, isDryRun: false, "Cilla", Stop)
            )
        );

        Assert.Empty(imported.Unplaced);
        Assert.Equal(
            file,
            ExchangeSample.Qdpx((await first.Ask((ExportProject export) => export.Run(Sample2023.Round, Stop)))!)
        );
        Assert.Equal(Set("17"), (await first.StandingOf(code)).Says);
    }

    [Fact]
    public async Task A_code_from_a_file_is_about_documents_in_a_group_that_is_and_unknown_groups_are_told()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var code = await database.AddCodeAboutDocuments("Bär");
        var own = (await database.Ask((ExportProject export) => export.Run(Sample2023.Round, Stop)))!.Codes;
        ExchangeCode[] added =
        [
            new(Guid.NewGuid(), "Nötter", null, null, true, []),
            new(Guid.NewGuid(), "Okänd grupp", null, null, false, [new(Guid.NewGuid(), "Okänd", null, null, true, [])]),
        ];
        var imported = Assert.IsType<ExchangeImport.Imported>(
            await database.Ask(
                (ImportCodebook import) =>
                    import.Run(
                        Sample2023.Round,
                        [
                            .. own.Select(section =>
                                section.Children.Any(group => group.Name == "Grupp för Bär")
                                    ? section with
                                    {
                                        Children =
                                        [
                                            .. section.Children.Select(group =>
                                                group.Name == "Grupp för Bär"
                                                    ? group with
                                                    {
                                                        Children = [.. group.Children, added[0]],
                                                    }
                                                    : group
                                            ),
                                            added[1],
                                        ],
                                    }
                                    : section
                            ),
                        ],
                        isDryRun: false,
                        "Cilla",
                        Stop
                    )
            )
        );

        Assert.Equal(["Nötter"], imported.Codes.Select(one => one.Label));
        Assert.Collection(
            imported.Unplaced,
            told => Assert.Contains("gäller ett krav eller dokument", told, StringComparison.Ordinal),
            told => Assert.Contains("är inte heller inläst", told, StringComparison.Ordinal)
        );
        var nuts = await database.Ask((SamlaDb db) => db.Codes.SingleAsync(one => one.Label == "Nötter", Stop));
        Assert.Equal(((await Code(database, code)).ParentId, true), (nuts.ParentId, nuts.IsAboutDocuments));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_is_coded_in_one_document_is_suggested_in_another(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var code = await database.AddCodeAboutDocuments("Bär");
        string[] plants = ["hallon", "blåbär", "lingon", "vinbär", "krusbär", "jordgubbar"];
        foreach (var plant in plants)
        {
            var read = await database.AddDocument(
                $"Vi odlar {plant} i länets trädgårdar. Vägarna ska byggas om av kommunen.",
                "17"
            );
            await database.CodeIn(read, code, $"Vi odlar {plant} i länets trädgårdar.");
            await database.ReadToItsEnd(read);
        }

        var source = await database.SourceOf(
            await database.AddDocument("Kommunen bygger vägar. Vi odlar björnbär i länets trädgårdar.", "20")
        );
        await Suggest();
        await database.Ask(
            async (CodeLearner learner) =>
            {
                await learner.Finish(Sample2023.Round, null);
                return true;
            }
        );

        var suggested = Assert.Single((await Suggest()).Suggestions);
        Assert.Equal((code, "Vi odlar björnbär i länets trädgårdar."), (suggested.Code, suggested.Quote));
        Assert.Equal(Set("20"), (await database.StandingOf(code)).NotRead);

        async Task<SuggestCodes.Result> Suggest()
        {
            var view = (await database.Ask((ViewSource read) => read.Run(source, Stop)))!;
            return await database.Ask(
                (SuggestCodes suggest) => suggest.Run(view.Source, view.Codings, view.Codes, view.Work.Turn, Stop)
            );
        }
    }

    private static RegionSet Set(string county) => [RegionCode.Parse(county, null)];

    private static Task<CodebookOutcome> Add(AddCode add, Key<Code> parent, Key<Requirement>? requirement) =>
        add.Run(Sample2023.Round, CodeKind.Leaf, parent, new("Nötter", "", "", ""), requirement, "Åsa", Stop);

    private static Task<CodebookOutcome> Move(TestDatabase database, Key<Code> code, Key<Code> parent) =>
        database.Ask((MoveCode move) => move.Run(Sample2023.Round, code, parent, null, "Åsa", Stop));

    private static string Message(CodebookOutcome outcome) => Assert.IsType<CodebookOutcome.Refused>(outcome).Message;

    private static async Task<string> Refused(TestDatabase database, Id<Source> source, Key<Code> code, string words) =>
        Assert
            .IsType<AddCoding.Outcome.Refused>(
                await database.Ask((AddCoding add) => add.Run(source, code, words, null, "Åsa", Stop))
            )
            .Message;

    private static Task<Code> Code(TestDatabase database, Key<Code> id) =>
        database.Ask((SamlaDb db) => db.Codes.AsNoTracking().SingleAsync(code => code.Id == id, Stop));

    private static Task<List<Coding>> CodingsIn(TestDatabase database, Id<Source> source) =>
        database.Ask((SamlaDb db) => db.Codings.AsNoTracking().Where(one => one.SourceId == source).ToListAsync(Stop));

    private static async Task<ListUnplaced.Result> Unplaced(TestDatabase database) =>
        (await database.Ask((ListUnplaced list) => list.Run(Sample2023.Round, Stop)))!;

    private static Task<IReadOnlyList<ReadCodedWords.Words>> Words(
        TestDatabase database,
        Key<Code> code,
        string? county = null
    ) =>
        database.Ask(
            (ReadCodedWords read) =>
                read.Run(Sample2023.Round, code, county is null ? null : RegionCode.Parse(county, null), Stop)
        );

    private static async Task<List<ListCodings.Row>> Listed(ListCodings list, Key<Code> code)
    {
        var listed = (await list.Run(Sample2023.Round, Stop))!;
        return await listed.Rows.Where(row => row.Code == code).ToListAsync(Stop);
    }
}
