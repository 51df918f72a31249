using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Reference;

/// <summary>The reconstructed answers say what the facts say, in wordings of ours, and nothing else.</summary>
public sealed class ReconstructionTests(Databases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private sealed record Answer(
        Reporter Reporter,
        Requirement Requirement,
        string Text,
        IReadOnlyList<Passage> Passages
    );

    private sealed record Passage(string Code, int Start, int Length);

    // Each engine has loaded its own from the same files.
    [Fact]
    public async Task The_same_files_give_the_same_texts_and_passages() =>
        Assert.Equal(Lines(await Answers(Engine.Sqlite)), Lines(await Answers(Engine.Postgres)));

    [Fact]
    public async Task Passages_lie_in_their_text_one_after_another() =>
        Assert.All(
            await Answers(),
            answer =>
            {
                var end = 0;
                foreach (var passage in answer.Passages)
                {
                    Assert.InRange(passage.Start, end, answer.Text.Length);
                    Assert.True(passage.Length > 0);
                    end = passage.Start + passage.Length;
                }

                Assert.InRange(end, 0, answer.Text.Length);
            }
        );

    [Fact]
    public async Task Answers_keep_within_their_limits() =>
        Assert.All(
            await Answers(),
            answer => Assert.InRange(Characters.CountIn(answer.Text), 1, answer.Requirement.CharacterLimit)
        );

    [Fact]
    public async Task Every_coded_sentence_is_one_of_its_codes_wordings() =>
        Assert.All(
            await Answers(),
            answer =>
                Assert.All(
                    answer.Passages,
                    passage =>
                        Assert.Contains(
                            answer.Text.Substring(passage.Start, passage.Length),
                            Wordings(passage.Code, answer.Reporter)
                        )
                )
        );

    [Fact]
    public async Task What_is_not_coded_is_an_intervention_of_that_reporters() =>
        Assert.All(
            await Answers(),
            answer =>
            {
                var rest = answer.Text;
                foreach (var passage in answer.Passages.Reverse())
                {
                    rest = rest.Remove(passage.Start, passage.Length);
                }

                Assert.All(
                    rest.Split("\n\n").Where(paragraph => !string.IsNullOrWhiteSpace(paragraph)),
                    paragraph =>
                        Assert.Contains(
                            Interventions(answer),
                            entry =>
                                paragraph.Contains(entry.Name, StringComparison.Ordinal)
                                && paragraph.Contains(entry.Summary, StringComparison.Ordinal)
                        )
                );
            }
        );

    [Fact]
    public async Task No_answer_says_what_the_facts_do_not_say_of_that_reporter()
    {
        var said = Sample2023
            .Files.Facts.Values.Where(fact => !fact.Disputed)
            .ToDictionary(fact => fact.Code, fact => fact.Regions.ToHashSet());
        Assert.All(
            await Answers(),
            answer =>
                Assert.All(
                    Sample2023.Files.Wordings.Keys.Where(code =>
                        !said.TryGetValue(code, out var regions)
                        || !regions.Contains(answer.Reporter.County!.ToString())
                    ),
                    code =>
                        Assert.DoesNotContain(
                            Wordings(code, answer.Reporter),
                            wording => answer.Text.Contains(wording, StringComparison.Ordinal)
                        )
                )
        );
    }

    [Fact]
    public async Task Wordings_vary_between_the_regions_that_say_the_same()
    {
        var answers = await Answers();
        var texts = answers
            .SelectMany(answer => answer.Passages.Select(p => (p.Code, Text: answer.Text.Substring(p.Start, p.Length))))
            .ToLookup(passage => passage.Code, passage => passage.Text);
        Assert.All(
            texts.Where(code => code.Count() >= 5),
            code => Assert.True(code.Distinct().Count() >= 2, $"{code.Key} is said in one way only.")
        );
    }

    private static IEnumerable<string> Lines(IEnumerable<Answer> answers) =>
        answers.Select(answer =>
            $"{answer.Reporter.Id} {answer.Requirement.Id} {answer.Text} {string.Join(' ', answer.Passages)}"
        );

    private static IEnumerable<string> Wordings(string code, Reporter reporter)
    {
        var county = Regions.Of(reporter.County!).County;
        return Sample2023
            .Files.Wordings[code]
            .Select(wording =>
                wording
                    .Replace("{region}", reporter.Name, StringComparison.Ordinal)
                    .Replace("{läns}", SwedishText.Genitive(county), StringComparison.Ordinal)
                    .Replace("{län}", county, StringComparison.Ordinal)
            );
    }

    /// <summary>What the paragraph about each of the reporter's interventions holds.</summary>
    private static IEnumerable<(string Name, string Summary)> Interventions(Answer answer) =>
        Sample2023
            .Files.Interventions.Where(entry =>
                entry.Requirement == answer.Requirement.Id.Value
                && entry.Regions.Contains(answer.Reporter.County!.ToString())
            )
            .Select(entry => (entry.Name.TrimEnd('.', '?'), entry.Summary));

    private async Task<List<Answer>> Answers(Engine engine = Engine.Sqlite)
    {
        await using var database = await databases.WithSample(engine);
        return await database.Ask(
            async (SamlaDb db) =>
            {
                var reporters = await db.Reporters.AsNoTracking().ToDictionaryAsync(r => r.Id, Stop);
                var requirements = await db
                    .Requirements.AsNoTracking()
                    .Where(r => r.TemplateId == Sample2023.Named<Template>("mall-2023"))
                    .ToDictionaryAsync(r => r.Id, Stop);
                var codings = (await db.Codings.AsNoTracking().ToListAsync(Stop)).ToLookup(coding => coding.SourceId);
                var sources = await db
                    .Sources.AsNoTracking()
                    .Where(source => source.Kind == SourceKind.Answer)
                    .ToListAsync(Stop);
                return sources
                    .Select(source => new Answer(
                        reporters[source.ReporterId!],
                        requirements[source.RequirementId!],
                        source.Text,
                        [
                            .. codings[source.Id]
                                .OrderBy(coding => coding.Start)
                                .Select(coding => new Passage(coding.CodeId.Value, coding.Start, coding.Length)),
                        ]
                    ))
                    .OrderBy(answer => answer.Reporter.Id.Value, StringComparer.Ordinal)
                    .ThenBy(answer => answer.Requirement.Id.Value, StringComparer.Ordinal)
                    .ToList();
            }
        );
    }
}
