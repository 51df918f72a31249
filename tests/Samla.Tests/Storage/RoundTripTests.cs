using CsCheck;
using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Storage;

/// <summary>What is read is what was written, on either engine.</summary>
public sealed class RoundTripTests(Databases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Keys_and_sets_of_regions_come_back_as_they_were(Engine engine)
    {
        await using var database = await databases.Empty(engine);
        RegionSet[] sets =
        [
            [],
            RegionSet.All,
            .. Sample.AnySet.Array[18].Single(),
        ];
        await database.Ask(
            async (SamlaDb db) =>
            {
                var template = Template("mall-1");
                template.Sections.Add(Section("mall-1", sets));
                db.Templates.Add(template);
                await db.Save(new Change("test", "template.add", "mall-1"), Stop);
                return true;
            }
        );
        var read = await database.Ask(
            (SamlaDb db) => db.Requirements.AsNoTracking().OrderBy(r => r.Order).ToListAsync(Stop)
        );
        Assert.Equal(sets, read.Select(requirement => requirement.Counties));
        Assert.Equal(sets.Index().Select(set => $"krav-{set.Index}"), read.Select(requirement => requirement.Id.Value));
        // A set is a value that can be asked for as well.
        Assert.Equal(
            1,
            await database.Ask(
                (SamlaDb db) => db.Requirements.CountAsync(r => r.Counties == RegionSet.All && r.Order == 1, Stop)
            )
        );
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Any_text_comes_back_sign_for_sign_and_verifies(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        string[] texts =
        [
            "Å ä ö É ß 漢字 – ”citat” 👩🏽‍🌾 🇸🇪",
            "rad ett\r\nrad två\rrad tre\u2028rad fyra",
            "a\u030A är inte å",
            "'; DROP TABLE \"Sources\"; --",
            "\uFEFFutan märke",
            "noll\0tecken",
            "ett halvt tecken \uD83D i mitten",
            .. Gen.String.Array[20].Single(),
        ];
        await database.Ask(
            async (SamlaDb db) =>
            {
                foreach (var text in texts)
                {
                    var kept = Source.Normalised(text);
                    db.Sources.Add(
                        new Source
                        {
                            Id = Id.New<Source>(TimeProvider.System),
                            RoundId = Sample2023.Round,
                            Kind = SourceKind.Document,
                            ReporterId = null,
                            RequirementId = null,
                            Text = kept,
                            Hash = Source.HashOf(kept),
                            CreatedAt = TimeProvider.System.GetUtcNow(),
                        }
                    );
                }

                await db.Save(new Change("test", "source.add", "texter"), Stop);
                return true;
            }
        );
        var read = await database.Ask(
            (SamlaDb db) =>
                db
                    .Sources.Where(s => s.Kind == SourceKind.Document && s.RoundId == Sample2023.Round)
                    .Select(s => s.Text)
                    .ToListAsync(Stop)
        );
        Assert.Equal(texts.Select(Source.Normalised).Order(StringComparer.Ordinal), read.Order(StringComparer.Ordinal));
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Points_in_time_are_ordered_as_they_happened_whatever_clock_they_were_read_from(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        DateTimeOffset[] happened =
        [
            new(2024, 2, 21, 23, 30, 0, TimeSpan.FromHours(2)),
            new(2024, 2, 21, 22, 0, 0, TimeSpan.Zero),
            new(2024, 2, 21, 17, 45, 0, TimeSpan.FromHours(-5)),
            new(2024, 10, 27, 2, 30, 0, TimeSpan.FromHours(2)),
            new(2024, 10, 27, 2, 15, 0, TimeSpan.FromHours(1)),
        ];
        await database.Ask(
            async (SamlaDb db) =>
            {
                foreach (var at in happened.Reverse())
                {
                    db.Sources.Add(
                        new Source
                        {
                            Id = Id.New<Source>(TimeProvider.System),
                            RoundId = Sample2023.Round,
                            Kind = SourceKind.Document,
                            ReporterId = null,
                            RequirementId = null,
                            Text = "",
                            Hash = Source.HashOf(""),
                            CreatedAt = at,
                        }
                    );
                }

                await db.Save(new Change("test", "source.add", "tider"), Stop);
                return true;
            }
        );
        var read = await database.Ask(
            (SamlaDb db) =>
                db
                    .Sources.Where(s => s.Kind == SourceKind.Document && s.RoundId == Sample2023.Round)
                    .OrderBy(s => s.CreatedAt)
                    .Select(s => s.CreatedAt)
                    .ToListAsync(Stop)
        );
        Assert.Equal(happened, read);
        Assert.All(read, at => Assert.Equal(TimeSpan.Zero, at.Offset));
        Assert.Equal(
            3,
            await database.Ask(
                (SamlaDb db) =>
                    db.Sources.CountAsync(
                        s =>
                            s.RoundId == Sample2023.Round
                            && s.Kind == SourceKind.Document
                            && s.CreatedAt < new DateTimeOffset(2024, 3, 1, 0, 0, 0, default),
                        Stop
                    )
            )
        );
    }

    private static Template Template(string name) =>
        new()
        {
            Id = Sample2023.Named<Template>(name),
            Title = "Mall",
            Note = "",
        };

    private static Section Section(string template, RegionSet[] sets) =>
        new()
        {
            TemplateId = Sample2023.Named<Template>(template),
            Id = Sample2023.Named<Section>("avsnitt"),
            Order = 0,
            Chapter = null,
            Title = "Avsnitt",
            Guidance = "",
            Requirements =
            [
                .. sets.Index()
                    .Select(set => new Requirement
                    {
                        TemplateId = Sample2023.Named<Template>(template),
                        Id = Sample2023.Named<Requirement>($"krav-{set.Index}"),
                        SectionId = Sample2023.Named<Section>("avsnitt"),
                        Order = set.Index,
                        Kind = RequirementKind.Narrative,
                        Title = "",
                        Instruction = "",
                        CharacterLimit = 1,
                        IsOptional = false,
                        AnsweredBy = ReporterKind.Region,
                        Counties = set.Item,
                    }),
            ],
        };
}
