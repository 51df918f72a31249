using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Analyse.Exchange;
using Samla.Data;
using Samla.Domain.Analyse;
using Samla.Tests.Testing;
using static Samla.Tests.Analyse.Exchange.ExchangedRound;

namespace Samla.Tests.Analyse.Exchange;

/// <summary>Memos, stars and codes without words: out, and in on what they belong to.</summary>
public sealed class ExchangeNotesTests(Databases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Each_comes_back_onto_what_it_belongs_to_and_one_undo_takes_all_away(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await Note(database);
        var (file, before) = (ExchangeSample.Qdpx(await Export(database)), await State(database));
        await Clear(database);
        Assert.NotEqual(before, await State(database));

        var imported = await Import(database, ExchangeSample.Read(file).Content);
        Assert.Empty(imported.Unplaced);
        Assert.Equal(before, await State(database));
        Assert.Equal(file, ExchangeSample.Qdpx(await Export(database)));

        var undone = Assert.IsType<UndoStep.Outcome.Done>(
            await database.Ask((UndoStep undo) => undo.Run(Sample2023.Round, "Cilla", Stop))
        );
        Assert.EndsWith(
            $"(kodningar: {imported.Codings}, anteckningar: 6, koder utan textställe: 2, stjärnor: 1)",
            undone.Words,
            StringComparison.Ordinal
        );
        Assert.Equal("", await State(database));
        Assert.Empty((await database.Verify()).Faults);
    }

    [Fact]
    public async Task A_star_comes_onto_a_coding_that_is_there_and_none_is_taken_away()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var plain = await Export(database);
        await Note(database);
        var (starred, before) = (await Export(database), await State(database));

        Assert.True((await Import(database, plain)).IsNothing);
        Assert.Equal(before, await State(database));
        var coding = await database.Ask((SamlaDb db) => db.Codings.SingleAsync(one => one.IsStarred, Stop));
        await database.Ask((StarCoding star) => star.Run(coding.Id, isStarred: false, "Åsa", Stop));

        var imported = await Import(database, starred);
        Assert.Equal((0, 1), (imported.Codings, imported.Stars));
        Assert.Equal(before, await State(database));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_has_a_code_that_is_merged_gets_the_code_that_took_over(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await Note(database);
        var project = await Export(database);
        await Clear(database);
        var into = await Merge(database);

        var imported = await Import(database, project);

        Assert.Empty(imported.Unplaced);
        var told = Assert.Single(imported.Assumed);
        Assert.Contains($"är ihopslagen med ”{into.Label}”", told, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), await Of(Sample2023.Revises));
        var (codings, attributions, memos) = await Of(into.Id);
        Assert.True(codings > 0);
        Assert.Equal((2, 1), (attributions, memos));
        Assert.Contains(
            "17",
            (await Says(database))
                .Split('\n')
                .Single(line => line.StartsWith($"{into.Id} ", StringComparison.Ordinal))
                .Split(' ')
        );

        Task<(int, int, int)> Of(Domain.Key<Code> code) =>
            database.Ask(
                async (SamlaDb db) =>
                    (
                        await db.Codings.CountAsync(one => one.CodeId == code, Stop),
                        await db.Attributions.CountAsync(one => one.CodeId == code, Stop),
                        await db.Memos.CountAsync(one => one.CodeId == code, Stop)
                    )
            );
    }

    [Fact]
    public async Task What_was_noted_of_a_code_that_is_merged_goes_out_with_the_code_that_took_over()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Note(database);
        var into = await Merge(database);
        var project = await Export(database);
        Assert.Equal(
            "Gäller koden.",
            Assert.Single(All(project.Codes).Single(code => code.Name == into.Label).Notes).Text
        );
        var file = ExchangeSample.Qdpx(project);
        await Clear(database);
        Assert.Empty((await Import(database, ExchangeSample.Read(file).Content)).Unplaced);
        Assert.Equal(file, ExchangeSample.Qdpx(await Export(database)));
    }

    [Fact]
    public async Task A_coding_that_was_left_on_a_merged_code_goes_out_with_the_code_that_took_over()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var into = await Merge(database);
        // As files could be read in before a merged code was followed.
        var left = await database.Tamper(
            $"UPDATE Codings SET CodeId = '{Sample2023.Revises}' WHERE Id = (SELECT MIN(Id) FROM Codings WHERE CodeId = '{into.Id}')"
        );
        Assert.Equal(1, left);
        var file = ExchangeSample.Qdpx(await Export(database));
        await Clear(database);
        var imported = await Import(database, ExchangeSample.Read(file).Content);
        Assert.Empty(imported.Unplaced);
        Assert.Empty(imported.Assumed);
        Assert.Equal(file, ExchangeSample.Qdpx(await Export(database)));
    }

    [Fact]
    public async Task A_note_on_two_codings_becomes_two_memos_and_no_more_when_it_is_read_again()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Clear(database);
        var project = await Coded(database, new ExchangeNote(Guid.NewGuid(), "Idé", "Att läsa", null, null));

        var (first, again) = (await Import(database, project), await Import(database, project));

        Assert.Equal((2, 2, 0), (first.Codings, first.Memos, first.AlreadyThere));
        Assert.True(again.IsNothing);
        var memos = await database.Ask((SamlaDb db) => db.Memos.AsNoTracking().ToListAsync(Stop));
        Assert.Equal(2, memos.Select(memo => memo.CodingId).Distinct().Count());
        // Without a user and a time it is of whoever read it in, now.
        Assert.All(memos, memo => Assert.Equal(("Cilla", "Att läsa"), (memo.Author, memo.Text)));
        Assert.All(memos, memo => Assert.True(memo.WrittenAt > DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public async Task What_has_no_place_is_told_with_its_name()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Clear(database);
        ExchangeNote note = new(Guid.NewGuid(), "Idé", "Att läsa", null, null);
        var project = await Coded(database, note with { Id = Guid.NewGuid(), Text = new string('a', 10_001) });
        project = project with
        {
            Codes = [.. project.Codes, new(Guid.NewGuid(), "Okänd kod", null, null, true, []) { Notes = [note] }],
            Sets = [new(Guid.NewGuid(), "En grupp", [], [note])],
            Cases =
            [
                new(Guid.NewGuid(), "Region Värmland", [], [])
                {
                    Codes =
                    [
                        new(Guid.NewGuid(), ExchangeSample.Money, null),
                        new(Guid.NewGuid(), ExchangeSample.Money, note with { Text = new string('a', 1_001) }),
                    ],
                },
                new(Guid.NewGuid(), "Ingen region", [], [])
                {
                    Codes = [new(Guid.NewGuid(), ExchangeSample.Money, note)],
                },
            ],
        };

        var imported = await Import(database, project);

        Assert.Equal((2, 0, 0), (imported.Codings, imported.Memos, imported.Attributions));
        Assert.Collection(
            imported.Unplaced,
            told => Assert.StartsWith("Anteckningen ”Idé” är tom eller längre än", told, StringComparison.Ordinal),
            told => Assert.StartsWith("Anteckningen ”Idé” är tom eller längre än", told, StringComparison.Ordinal),
            told => Assert.Contains("”Idé” gäller koden ”Okänd kod”: den finns inte", told, StringComparison.Ordinal),
            told => Assert.Contains("”Idé” gäller gruppen ”En grupp”", told, StringComparison.Ordinal),
            told => Assert.Contains("filen säger inte varför", told, StringComparison.Ordinal),
            told => Assert.Contains("skälet är tomt eller längre än 1000 tecken", told, StringComparison.Ordinal),
            told => Assert.StartsWith("”Ingen region”, koden ", told, StringComparison.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Signs_that_no_database_keeps_are_left_out_of_a_note_and_it_is_told(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await Clear(database);
        var imported = await Import(
            database,
            await Coded(database, new ExchangeNote(Guid.NewGuid(), "Idé", "Att\0 läsa", null, null))
        );
        Assert.Equal(2, imported.Memos);
        Assert.All(imported.Assumed, told => Assert.Contains("utan de styrtecken", told, StringComparison.Ordinal));
        Assert.Equal(
            ["Att läsa"],
            await database.Ask((SamlaDb db) => db.Memos.Select(memo => memo.Text).Distinct().ToListAsync(Stop))
        );
    }

    [Fact]
    public async Task A_code_that_comes_back_without_its_reason_is_there_already()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Note(database);
        var project = await Export(database);
        var imported = await Import(
            database,
            project with
            {
                Cases =
                [
                    .. project.Cases.Select(one =>
                        one with
                        {
                            Codes = [.. one.Codes.Take(1).Select(code => code with { Reason = null })],
                        }
                    ),
                ],
            }
        );
        Assert.True(imported.IsNothing);
        Assert.Empty(imported.Unplaced);
    }

    [Fact]
    public async Task A_preview_says_what_would_be_added_and_adds_nothing()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Note(database);
        var project = await Export(database);
        await Clear(database);
        var preview = Assert.IsType<ExchangeImport.Imported>(
            await database.Ask(
                (ImportProject import) => import.Run(Sample2023.Round, project, isDryRun: true, "Cilla", Stop)
            )
        );
        Assert.Equal((6, 2, 1), (preview.Memos, preview.Attributions, preview.Stars));
        Assert.Equal("", await State(database));
    }

    [Fact]
    public async Task The_file_says_each_in_a_form_that_the_standard_has()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Note(database);
        var qde = await Written(database);
        int Count(string name) => qde.Descendants().Count(element => element.Name.LocalName == name);
        Assert.Equal((8, 2, 1, 2), (Count("Note"), Count("Link"), Count("Set"), Count("MemberNote")));
        Assert.InRange(Count("MemberSource"), 20, 21);
        var star = qde.Descendants().Single(element => element.Attribute("name")?.Value == "Stjärnmärkt citat (Samla)");
        var given = qde.Descendants()
            .Single(element =>
                element.Name.LocalName == "CodeRef"
                && element.Attribute("targetGUID")?.Value == star.Attribute("guid")?.Value
            );
        Assert.Equal(2, given.Parent!.Parent!.Elements().Count(element => element.Name.LocalName == "Coding"));
        // Many programs read one code without knowing that it is Samla's star; the codebook alone has none.
        Assert.DoesNotContain(All((await Export(database)).Codes), StarCodeIs);

        static bool StarCodeIs(ExchangeCode code) => code.Name.StartsWith("Stjärnmärkt", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Groups_are_written_as_not_codable_and_codes_as_codable_in_words()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var own = await database.Ask(
            (SamlaDb db) => db.Codes.AsNoTracking().Where(code => code.RoundId == Sample2023.Round).ToListAsync(Stop)
        );
        using var codebook = new MemoryStream();
        QdcWriter.Write(codebook, (await Export(database)).Codes);
        codebook.Position = 0;
        foreach (var xml in (XElement[])[await Written(database), XElement.Load(codebook)])
        {
            Assert.Equal(
                own.Select(code => (code.Label, code.Kind == CodeKind.Leaf ? "true" : "false")).Order(),
                Named(xml, "Code").Select(code => (Value(code, "name"), Value(code, "isCodable"))).Order()
            );
        }
    }

    [Fact]
    public async Task Every_note_is_written_with_a_name_and_when_it_was_written()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Note(database);
        var memos = await database.Ask((SamlaDb db) => db.Memos.AsNoTracking().ToListAsync(Stop));
        var given = await database.Ask((SamlaDb db) => db.Attributions.AsNoTracking().ToListAsync(Stop));

        var notes = Named(await Written(database), "Note").ToList();

        Assert.Equal(
            memos
                .Select(memo => (memo.Text, At(memo.WrittenAt)))
                .Concat(given.Select(one => (one.Reason, At(one.CodedAt))))
                .Order(),
            notes.Select(note => (Assert.Single(note.Elements()).Value, Value(note, "creationDateTime"))).Order()
        );
        Assert.All(notes, note => Assert.NotEmpty(Value(note, "name")));

        // As the standard has it, and as programs read it that know no other form.
        static string At(DateTimeOffset at) => at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
    }

    private static async Task<XElement> Written(TestDatabase database)
    {
        using var archive = new ZipArchive(new MemoryStream(ExchangeSample.Qdpx(await Export(database))));
        using var reader = new StreamReader(archive.GetEntry("project.qde")!.Open(), Encoding.UTF8);
        return XElement.Parse(await reader.ReadToEndAsync(Stop), LoadOptions.PreserveWhitespace);
    }

    private static IEnumerable<XElement> Named(XElement xml, string name) =>
        xml.Descendants().Where(element => element.Name.LocalName == name);

    private static string Value(XElement element, string attribute) =>
        element.Attribute(attribute)?.Value ?? $"<{element.Name.LocalName}> without {attribute}";

    /// <summary>Two passages of an answer, each with the note.</summary>
    private static async Task<ExchangeProject> Coded(TestDatabase database, ExchangeNote note)
    {
        var source = await database.Source(Sample2023.Värmland, Sample2023.Strategy);
        var label = await database.Ask(
            (SamlaDb db) =>
                db.Codes.Where(code => code.Id == Sample2023.Revises).Select(code => code.Label).SingleAsync(Stop)
        );
        var project = ExchangedRound.Coded(source.Text, label, (0, 5), (6, 12));
        var text = project.Sources[0];
        return project with
        {
            Sources =
            [
                text with
                {
                    Selections =
                    [
                        .. text.Selections.Select(selection =>
                            selection with
                            {
                                Codings = [selection.Codings[0] with { Notes = [note] }],
                            }
                        ),
                    ],
                },
            ],
        };
    }

    /// <summary>Merges the code with another about the same question, which takes over.</summary>
    private static async Task<Code> Merge(TestDatabase database)
    {
        var into = await database.Ask(
            async (SamlaDb db) =>
            {
                var from = await db.Codes.AsNoTracking().SingleAsync(code => code.Id == Sample2023.Revises, Stop);
                return await db
                    .Codes.AsNoTracking()
                    .FirstAsync(
                        code =>
                            code.RoundId == Sample2023.Round
                            && code.Id != from.Id
                            && code.Kind == CodeKind.Leaf
                            && code.RequirementId == from.RequirementId
                            && code.Subject == from.Subject
                            && code.Withheld == null,
                        Stop
                    );
            }
        );
        Assert.IsType<CodebookOutcome.Changed>(
            await database.Ask(
                (MergeCodes merge) => merge.Run(Sample2023.Round, Sample2023.Revises, into.Id, "Åsa", Stop)
            )
        );
        return into;
    }

    /// <summary>All that was coded and noted, with the times in whole seconds as the files have them.</summary>
    private static Task<string> State(TestDatabase database) =>
        database.Ask(
            async (SamlaDb db) =>
            {
                var codings = await db.Codings.AsNoTracking().ToListAsync(Stop);
                var memos = await db.Memos.AsNoTracking().ToListAsync(Stop);
                var given = await db.Attributions.AsNoTracking().ToListAsync(Stop);
                IEnumerable<string> lines =
                [
                    .. codings.Select(one =>
                        $"{one.Id} {one.CodeId} {one.SourceId} {one.Start} {one.Quote} {one.Coder} {At(one.CodedAt)} {one.IsStarred}"
                    ),
                    .. memos.Select(one =>
                        $"{one.Id} {one.CodingId} {one.CodeId} {one.SourceId} {one.RequirementId} {one.Text} {one.Author} {At(one.WrittenAt)} {At(one.ChangedAt)}"
                    ),
                    .. given.Select(one =>
                        $"{one.Id} {one.CodeId} {one.ReporterId} {one.Reason} {one.Coder} {At(one.CodedAt)}"
                    ),
                ];
                return string.Join('\n', lines.Order(StringComparer.Ordinal));
            }
        );

    private static long? At(DateTimeOffset? at) => at?.ToUnixTimeSeconds();
}
