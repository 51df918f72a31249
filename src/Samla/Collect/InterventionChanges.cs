using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>How a register is changed, the same from the editor and from a workbook.</summary>
internal static class InterventionChanges
{
    extension(InterventionRegister register)
    {
        /// <summary>An intervention as its editor and its row in a workbook show it to this reporter.</summary>
        public InterventionTexts TextsOf(Intervention intervention) =>
            InterventionTexts.Of(intervention, intervention.RequirementsOf(register.Reporter.Id), register.Columns);

        /// <summary>A new intervention that this reporter carries out.</summary>
        public Intervention New(Key<Intervention> id, InterventionReader.Result read)
        {
            var intervention = new Intervention
            {
                Id = id,
                RoundId = register.Round.Id,
                Origin = Origin.Reported,
                Name = read.Content.Name,
                HasProperName = read.Content.HasProperName,
                Type = read.Content.Type,
                Summary = read.Content.Summary,
            };
            intervention.Reporters.Add(new() { InterventionId = id, ReporterId = register.Reporter.Id });
            intervention.Take(read.Content);
            register.Refer(intervention, read.References);
            return intervention;
        }

        /// <summary>Whether an intervention says what was read already.</summary>
        public bool IsSaidBy(Intervention intervention, InterventionReader.Result read) =>
            register
                .TextsOf(intervention)
                .IsSameAs(InterventionTexts.Of(read.Content, read.References, register.Columns));

        /// <summary>Changes an intervention to what was read; false where it is that already.</summary>
        public bool Change(Intervention intervention, InterventionReader.Result read)
        {
            if (register.IsSaidBy(intervention, read))
            {
                return false;
            }

            intervention.Take(read.Content);
            register.Refer(intervention, read.References);
            intervention.Revision++;
            return true;
        }

        /// <summary>Makes this reporter's references these and no others.</summary>
        private void Refer(Intervention intervention, IReadOnlyList<Key<Requirement>> requirements)
        {
            intervention.References.RemoveAll(reference =>
                reference.ReporterId == register.Reporter.Id && !requirements.Contains(reference.RequirementId)
            );
            foreach (var requirement in requirements.Except(intervention.RequirementsOf(register.Reporter.Id)).ToList())
            {
                intervention.References.Add(
                    new()
                    {
                        InterventionId = intervention.Id,
                        ReporterId = register.Reporter.Id,
                        RequirementId = requirement,
                    }
                );
            }
        }
    }

    extension(SamlaDb db)
    {
        /// <summary>An intervention of a reporter's own in an open round, or why it cannot be changed.</summary>
        public async Task<(Intervention? Found, string Refusal)> InterventionToChange(
            Key<Round> round,
            Key<Reporter> reporter,
            Key<Intervention> id,
            CancellationToken cancellation
        )
        {
            var found = await db
                .Interventions.Whole.Where(one => one.Id == id && one.RoundId == round)
                .SingleOrDefaultAsync(one => one.Reporters.Any(whose => whose.ReporterId == reporter), cancellation);
            if (found is null)
            {
                return (null, "Insatsen finns inte i ert register.");
            }

            return await db.Rounds.AnyAsync(one => one.Id == round && one.IsOpen, cancellation)
                ? (found, "")
                : (null, InterventionRegister.Closed);
        }

        /// <summary>Saves; gives <paramref name="conflict"/> where somebody else saved the same things in between, and null else.</summary>
        public async Task<string?> SaveOr(Change change, string conflict, CancellationToken cancellation)
        {
            try
            {
                await db.Save(change, cancellation);
                return null;
            }
            catch (DbUpdateConcurrencyException)
            {
                db.ChangeTracker.Clear();
                return conflict;
            }
        }
    }
}
