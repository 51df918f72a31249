using Microsoft.EntityFrameworkCore;
using Samla.Compile;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Domain.Publish;
using Samla.Publish;

namespace Samla.Reference;

/// <summary>Makes a sample round from its files: submissions written anew from public facts, coded and compiled. All or nothing.</summary>
public sealed class LoadSample(
    SamlaDb db,
    ClaimsInText claims,
    PublishEdition publish,
    Taxonomy taxonomy,
    TimeProvider clock
)
{
    /// <summary>Who wrote and coded what the sample holds.</summary>
    public const string Actor = "Samla, rekonstruktion";

    private const string Contradiction = "Den tryckta rapporten säger emot sig själv här.";

    /// <summary>What could not be done, in Swedish; null when all went well.</summary>
    public async Task<string?> Run(Sample sample, CancellationToken cancellation)
    {
        var round = sample.Round.ToRound();
        if (await db.Rounds.AnyAsync(r => r.Id == round.Id, cancellation))
        {
            return $"Omgången {round.Id} finns redan i databasen.";
        }

        await using var transaction = await db.BeginAlone(cancellation);
        db.Rounds.Add(round);
        AddCodes(sample, round);
        await db.AddKnownReporters(cancellation);
        var asked = await db.Requirements.Where(r => r.TemplateId == round.TemplateId).ToListAsync(cancellation);
        var interventions = Interventions(
            sample,
            round,
            asked.ToDictionary(one => one.Id.Value, one => one.SectionId.Value)
        );
        db.Interventions.AddRange(interventions);
        foreach (var reporter in db.Reporters.Local.OrderBy(reporter => reporter.Id.Value, StringComparer.Ordinal))
        {
            AddSubmission(
                sample,
                round,
                [.. asked.Where(requirement => requirement.Asks(reporter))],
                interventions.FindAll(one => one.IsIn(reporter.Id)),
                reporter
            );
        }

        AddChapters(sample, round);
        await db.Save(new Change(Actor, "sample.load", round.Id.Value), cancellation);
        db.ChangeTracker.Clear();
        await claims.FollowAll(round.Id, Actor, cancellation);
        await db.Save(new Change(Actor, "claim.accept", round.Id.Value), cancellation);
        if (
            await publish.Run(round.Id, Imprint.None, Actor, cancellation) is PublishEdition.Outcome.Refused(
                var reasons
            )
        )
        {
            return $"Exempelomgångens kapitel kan inte publiceras. {reasons[0]}";
        }

        await transaction.CommitOwn(cancellation);

        db.ChangeTracker.Clear();
        return null;
    }

    private void AddCodes(Sample sample, Round round) =>
        db.Codes.AddRange(
            sample.Codebook.Select(
                (entry, order) =>
                {
                    var fact = sample.Facts.GetValueOrDefault(entry.Id);
                    return entry.ToCode(
                        round.Id,
                        order,
                        fact is null ? ReporterKind.Region : SampleWords.Actors[fact.Actor],
                        fact is { Disputed: true } ? Contradiction : null
                    );
                }
            )
        );

    private void AddSubmission(
        Sample sample,
        Round round,
        IReadOnlyList<Requirement> requirements,
        List<Intervention> interventions,
        Reporter reporter
    )
    {
        var asked = requirements.Select(requirement => requirement.Id.Value).ToHashSet();
        if (asked.Count == 0)
        {
            return;
        }

        var submission = new Submission
        {
            Id = Id.New<Submission>(clock),
            RoundId = round.Id,
            ReporterId = reporter.Id,
            CurrentVersion = 1,
        };
        db.Submissions.Add(submission);
        List<(Key<Requirement> Requirement, ReconstructedAnswer Answer)> answers =
        [
            .. from requirement in sample.Template.Requirements()
            where asked.Contains(requirement.Id)
            let answer = ReconstructedAnswer.Write(sample, reporter, requirement)
            where answer is not null
            select (Key<Requirement>.Parse(requirement.Id, null), answer),
        ];
        var submitted = interventions.ConvertAll(one => SubmittedIntervention.Of(one, submission.Id, version: 1));
        db.SubmittedInterventions.AddRange(submitted);
        db.SubmissionVersions.Add(
            new SubmissionVersion
            {
                SubmissionId = submission.Id,
                Number = 1,
                SubmittedAt = clock.GetUtcNow(),
                SubmittedBy = Actor,
                IsLate = false,
                HoldsInterventions = true,
                Hash = SubmissionVersion.HashOf(
                    answers.Select(pair => (pair.Requirement, Source.HashOf(pair.Answer.Text))),
                    submitted.Select(one => (one.InterventionId, Source.HashOf(one.State)))
                ),
            }
        );
        foreach (var (requirement, answer) in answers)
        {
            AddAnswer(submission, requirement, answer);
        }
    }

    private void AddAnswer(Submission submission, Key<Requirement> requirement, ReconstructedAnswer answer)
    {
        var now = clock.GetUtcNow();
        var source = new Source
        {
            Id = Id.New<Source>(clock),
            RoundId = submission.RoundId,
            Kind = SourceKind.Answer,
            ReporterId = submission.ReporterId,
            RequirementId = requirement,
            Text = answer.Text,
            Hash = Source.HashOf(answer.Text),
            CreatedAt = now,
        };
        db.Sources.Add(source);
        db.Answers.Add(
            new Answer
            {
                SubmissionId = submission.Id,
                RequirementId = requirement,
                Text = answer.Text,
                Revision = 1,
                SavedAt = now,
            }
        );
        db.SubmittedAnswers.Add(
            new SubmittedAnswer
            {
                SubmissionId = submission.Id,
                Version = submission.CurrentVersion,
                RequirementId = requirement,
                SourceId = source.Id,
            }
        );
        db.Readings.Add(
            new Reading
            {
                SourceId = source.Id,
                Reader = Actor,
                ReadAt = now,
            }
        );
        db.Codings.AddRange(
            answer.Passages.Select(passage => new Coding
            {
                Id = Id.New<Coding>(clock),
                RoundId = submission.RoundId,
                CodeId = Key<Code>.Parse(passage.Code, null),
                SourceId = source.Id,
                Start = passage.Start,
                Length = passage.Length,
                Quote = answer.Text.Substring(passage.Start, passage.Length),
                Coder = Actor,
                CodedAt = now,
            })
        );
    }

    private List<Intervention> Interventions(Sample sample, Round round, Dictionary<string, string> sections) =>
        [.. sample.Interventions.Select(entry => InterventionOf(entry, round, sections[entry.Requirement]))];

    private Intervention InterventionOf(InterventionEntry entry, Round round, string section)
    {
        var id = Key<Intervention>.Parse(entry.Id, null);
        List<Key<Reporter>> reporters =
        [
            .. SetOf(entry.Regions).Select(county => Reporter.KeyOf(county, SampleWords.Actors[entry.Actor])),
        ];
        var intervention = new Intervention
        {
            Id = id,
            RoundId = round.Id,
            Origin = round.Origin,
            Name = entry.Name,
            HasProperName = entry.ProperName,
            Type = SampleWords.InterventionTypes[entry.Type],
            Summary = entry.Summary,
            // What is told in a strategic area's section is told as part of that area.
            Areas = [.. taxonomy.Areas.Where(area => area.Group == section).Select(area => area.Id)],
            Challenges = [.. entry.Challenge ?? []],
            Dimensions = [.. entry.Dimension ?? []],
            GlobalGoals = [.. entry.Agenda2030],
            Partners = [.. entry.Partners],
            Funding = [.. entry.Funds.Select((fund, order) => new FundShare { Order = order, Fund = fund })],
            Reporters =
            [
                .. reporters.Select(reporter => new InterventionReporter
                {
                    InterventionId = id,
                    ReporterId = reporter,
                }),
            ],
            References =
            [
                .. reporters.Select(reporter => new InterventionReference
                {
                    InterventionId = id,
                    ReporterId = reporter,
                    RequirementId = Key<Requirement>.Parse(entry.Requirement, null),
                }),
            ],
            Outputs =
            [
                .. entry.Outputs.Select(
                    (output, order) =>
                        new Output
                        {
                            Order = order,
                            Text = output.Text,
                            Quantity = output.Quantity,
                            Unit = output.Unit,
                        }
                ),
            ],
            Outcomes =
            [
                .. entry.Outcomes.Select(
                    (outcome, order) =>
                        new Outcome
                        {
                            Order = order,
                            Text = outcome.Text,
                            Horizon = SampleWords.Horizons[outcome.Horizon],
                            State = SampleWords.OutcomeStates[outcome.State],
                            Evidence = SampleWords.EvidenceKinds[outcome.Evidence],
                        }
                ),
            ],
        };
        intervention.HandIn();
        return intervention;
    }

    private void AddChapters(Sample sample, Round round) =>
        db.Chapters.AddRange(
            from section in sample.Template.Sections
            where section.Chapter is not null && sample.Chapters.ContainsKey(section.Id)
            select new Chapter
            {
                RoundId = round.Id,
                Id = Key<Chapter>.Parse(section.Id, null),
                RestsOn = [.. section.Requirements.Select(requirement => Key<Requirement>.Parse(requirement.Id, null))],
                Number = section.Chapter!.Value,
                Text = sample.Chapters[section.Id],
                Revision = 1,
            }
        );

    private static RegionSet SetOf(IEnumerable<string> counties) =>
        [.. counties.Select(county => RegionCode.Parse(county, null))];
}
