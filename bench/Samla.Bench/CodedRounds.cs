using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Reference;
using Samla.Storage;

namespace Samla.Bench;

/// <summary>
/// Five rounds that nobody answered, as large as real ones become: 21 reporters and 40 requirements, a million characters, 500
/// codes and 20,000 codings in each. The same every time.
/// </summary>
internal sealed class CodedRounds : IAsyncDisposable
{
    private const int Rounds = 5;
    private const int FirstYear = 2031;
    private const int Sections = 10;
    private const int InSection = 4;
    private const int CharactersInRound = 1_000_000;
    private const int Codes = 500;
    private const int Codings = 20_000;
    private const string Coder = "bench";

    private static readonly string[] Words =
        "arbetet länet kommunerna regionen insatser kompetens näringslivet samverkan utveckling företag utbildning klimat transporter boende uppföljning resultat tillsammans stärker planerar bidrar till och i med för den som har".Split(
            ' '
        );

    private readonly ServiceProvider _services;

    private CodedRounds(StorageTarget target)
    {
        var services = new ServiceCollection();
        services.AddLogging();
#pragma warning disable RS0030 // this is where the program is put together
        services.AddSingleton(TimeProvider.System);
#pragma warning restore RS0030
        services.AddStorage(target);
        services.AddUseCases();
        _services = services.BuildServiceProvider();
    }

    /// <summary>The round that is measured; the others are there to be in the way.</summary>
    public static Key<Round> Measured { get; } = RoundOf(Rounds - 1);

    public static Key<Requirement> Requirement { get; } = RequirementOf(0);

    /// <summary>The section of the codebook that <see cref="Requirement"/>'s codes stand in.</summary>
    public static string Section => "avsnitt-0";

    /// <summary>Fills an empty database.</summary>
    public static async Task<CodedRounds> In(StorageTarget target)
    {
        var rounds = new CodedRounds(target);
        Check(
            await rounds.Ask((PrepareStorage prepare) => prepare.Run(mayMigrateServer: true, CancellationToken.None))
                is PrepareStorage.Outcome.Ready
        );
        Check(
            await rounds.Ask((FillDatabase fill) => fill.Run(sampleFolder: null, CancellationToken.None))
                is FillDatabase.Outcome.Filled
        );
        await AddTo(rounds._services);
        return rounds;
    }

    /// <summary>Puts the rounds beside what a database has.</summary>
    public static async Task AddTo(IServiceProvider services)
    {
        await Save(services, AddTemplate);
        for (var round = 0; round < Rounds; round++)
        {
            var number = round;
            await Save(services, db => AddRound(db, number));
        }
    }

    /// <summary>One thing that a person does.</summary>
    public async Task<T> Ask<TUseCase, T>(Func<TUseCase, Task<T>> ask)
        where TUseCase : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static async Task Save(IServiceProvider services, Func<SamlaDb, Task> add)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SamlaDb>();
        await add(db);
        await db.Save(new Change(Coder, "bench.fill", "bench"), CancellationToken.None);
    }

    private static Task AddTemplate(SamlaDb db)
    {
        var id = Key<Template>.Parse("bench", null);
        db.Templates.Add(
            new Template
            {
                Id = id,
                Title = "Mall",
                Note = "",
                PublishedAt = DateTimeOffset.UnixEpoch,
                Sections =
                [
                    .. Enumerable
                        .Range(0, Sections)
                        .Select(section => new Section
                        {
                            TemplateId = id,
                            Id = SectionOf(section),
                            Order = section,
                            Chapter = section + 1,
                            Title = $"Avsnitt {section}",
                            Guidance = "",
                            Requirements =
                            [
                                .. Enumerable.Range(0, InSection).Select(order => RequirementAt(id, section, order)),
                            ],
                        }),
                ],
            }
        );
        return Task.CompletedTask;
    }

    private static Requirement RequirementAt(Key<Template> template, int section, int order) =>
        new()
        {
            TemplateId = template,
            Id = RequirementOf((section * InSection) + order),
            SectionId = SectionOf(section),
            Order = order,
            Kind = RequirementKind.Narrative,
            Title = $"Krav {section}.{order}",
            Instruction = "Beskriv.",
            CharacterLimit = 5_000,
            IsOptional = false,
            AnsweredBy = ReporterKind.Region,
            Counties = RegionSet.All,
        };

    private static async Task AddRound(SamlaDb db, int number)
    {
        var random = new Random(number);
        var id = RoundOf(number);
        db.Rounds.Add(
            new Round
            {
                Id = id,
                Kind = RoundKind.AnnualReport,
                Title = $"Omgång {number}",
                PeriodStart = new DateOnly(FirstYear + number, 1, 1),
                PeriodEnd = new DateOnly(FirstYear + number, 12, 31),
                DueOn = new DateOnly(FirstYear + number + 1, 2, 21),
                Recipient = "Regeringskansliet",
                TemplateId = Key<Template>.Parse("bench", null),
                PreviousRoundId = number == 0 ? null : RoundOf(number - 1),
                Origin = Origin.Invented,
                IsOpen = false,
            }
        );
        AddCodebook(db, id);
        var there = await db.Reporters.Select(reporter => reporter.Id).ToListAsync();
        List<Source> sources = [];
        foreach (var region in Regions.All)
        {
            var reporter = Reporter.Of(region);
            if (!there.Contains(reporter.Id))
            {
                db.Reporters.Add(reporter);
            }

            sources.AddRange(AddSubmission(db, id, reporter, random));
        }

        AddCodings(db, id, sources, random);
    }

    private static void AddCodebook(SamlaDb db, Key<Round> round)
    {
        var order = 0;
        for (var section = 0; section < Sections; section++)
        {
            var top = CodeOf(round, $"avsnitt-{section}", null, CodeKind.Group, order++, null);
            db.Codes.Add(top);
            for (var at = 0; at < InSection; at++)
            {
                var requirement = RequirementOf((section * InSection) + at);
                var group = CodeOf(round, $"grupp-{requirement}", top.Id, CodeKind.Group, order++, requirement);
                db.Codes.Add(group);
                for (var leaf = (section * InSection) + at; leaf < Codes; leaf += Sections * InSection)
                {
                    db.Codes.Add(CodeOf(round, LeafOf(leaf).Value, group.Id, CodeKind.Leaf, order++, requirement));
                }
            }
        }
    }

    private static Code CodeOf(
        Key<Round> round,
        string id,
        Key<Code>? parent,
        CodeKind kind,
        int order,
        Key<Requirement>? requirement
    ) =>
        new()
        {
            RoundId = round,
            Id = Key<Code>.Parse(id, null),
            ParentId = parent,
            Kind = kind,
            Order = order,
            Label = $"Koden {id}",
            Definition = "När det nämns.",
            RequirementId = requirement,
            Subject = ReporterKind.Region,
            Withheld = null,
        };

    private static List<Source> AddSubmission(SamlaDb db, Key<Round> round, Reporter reporter, Random random)
    {
        var submission = new Submission
        {
            Id = NewId<Submission>(),
            RoundId = round,
            ReporterId = reporter.Id,
            CurrentVersion = 1,
        };
        db.Submissions.Add(submission);
        db.SubmissionVersions.Add(
            new SubmissionVersion
            {
                SubmissionId = submission.Id,
                Number = 1,
                SubmittedAt = DateTimeOffset.UnixEpoch,
                SubmittedBy = Coder,
                IsLate = false,
                Hash = null,
                HoldsInterventions = false,
            }
        );
        List<Source> sources = [];
        for (var at = 0; at < Sections * InSection; at++)
        {
            var text = Text(random);
            var source = new Source
            {
                Id = NewId<Source>(),
                RoundId = round,
                Kind = SourceKind.Answer,
                ReporterId = reporter.Id,
                RequirementId = RequirementOf(at),
                Text = text,
                Hash = Source.HashOf(text),
                CreatedAt = DateTimeOffset.UnixEpoch,
            };
            sources.Add(source);
            db.Sources.Add(source);
            db.SubmittedAnswers.Add(
                new SubmittedAnswer
                {
                    SubmissionId = submission.Id,
                    Version = 1,
                    RequirementId = RequirementOf(at),
                    SourceId = source.Id,
                }
            );
            // One in ten is not read yet.
            if (random.Next(10) > 0)
            {
                db.Readings.Add(
                    new Reading
                    {
                        SourceId = source.Id,
                        Reader = Coder,
                        ReadAt = DateTimeOffset.UnixEpoch,
                    }
                );
            }
        }

        return sources;
    }

    private static void AddCodings(SamlaDb db, Key<Round> round, List<Source> sources, Random random)
    {
        var numbers = Enumerable.Range(0, Sections * InSection).ToDictionary(RequirementOf, number => number);
        HashSet<(Key<Code>, Id<Source>, int, int)> given = [];
        while (given.Count < Codings)
        {
            var source = sources[random.Next(sources.Count)];
            var requirement = numbers[source.RequirementId!];
            var perRequirement = ((Codes - 1 - requirement) / (Sections * InSection)) + 1;
            var code = LeafOf(requirement + (random.Next(perRequirement) * Sections * InSection));
            var length = random.Next(20, 200);
            var start = random.Next(source.Text.Length - length);
            if (given.Add((code, source.Id, start, length)))
            {
                db.Codings.Add(
                    new Coding
                    {
                        Id = NewId<Coding>(),
                        RoundId = round,
                        CodeId = code,
                        SourceId = source.Id,
                        Start = start,
                        Length = length,
                        Quote = source.Text.Substring(start, length),
                        Coder = Coder,
                        CodedAt = DateTimeOffset.UnixEpoch,
                    }
                );
            }
        }
    }

    private static string Text(Random random)
    {
        var length = CharactersInRound / (Regions.All.Count * Sections * InSection);
        var text = new StringBuilder();
        while (text.Length < length)
        {
            text.Append(Words[random.Next(Words.Length)]).Append(random.Next(12) == 0 ? ". " : ' ');
        }

        return Source.Normalised(text.ToString());
    }

    private static Id<T> NewId<T>() => new(Guid.CreateVersion7(DateTimeOffset.UnixEpoch));

    private static Key<Round> RoundOf(int number) => Key<Round>.Parse($"{FirstYear + number}", null);

    private static Key<Section> SectionOf(int number) => Key<Section>.Parse($"avsnitt-{number}", null);

    private static Key<Requirement> RequirementOf(int number) => Key<Requirement>.Parse($"krav-{number}", null);

    private static Key<Code> LeafOf(int number) => Key<Code>.Parse($"kod-{number}", null);

    private static void Check(bool isDone)
    {
        if (!isDone)
        {
            throw new InvalidOperationException("The database could not be made.");
        }
    }
}
