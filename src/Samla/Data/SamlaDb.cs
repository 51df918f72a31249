using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Samla.Access;
using Samla.Analyse;
using Samla.Analyse.Search;
using Samla.Collect;
using Samla.Compile;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Domain.Grants;
using Samla.Domain.Publish;
using Samla.Grants;
using Samla.Publish;

namespace Samla.Data;

/// <summary>The database, without an engine: an engine's own context says how each part is kept.</summary>
/// <remarks>Everything is saved through <see cref="Save"/>, so that no change is without its line in the audit trail.</remarks>
public abstract class SamlaDb(DbContextOptions options, TimeProvider clock) : DbContext(options)
{
    private bool _isAudited;

    public DbSet<Round> Rounds => Set<Round>();
    public DbSet<Template> Templates => Set<Template>();
    public DbSet<Section> Sections => Set<Section>();
    public DbSet<Requirement> Requirements => Set<Requirement>();
    public DbSet<TemplateTable> TemplateTables => Set<TemplateTable>();
    public DbSet<TableColumn> TableColumns => Set<TableColumn>();
    public DbSet<ColumnOption> ColumnOptions => Set<ColumnOption>();
    public DbSet<RequirementMapping> RequirementMappings => Set<RequirementMapping>();
    public DbSet<TemplateConsultation> TemplateConsultations => Set<TemplateConsultation>();
    public DbSet<ConsultedReporter> ConsultedReporters => Set<ConsultedReporter>();
    public DbSet<ConsultationLetter> ConsultationLetters => Set<ConsultationLetter>();
    public DbSet<TemplateComment> TemplateComments => Set<TemplateComment>();
    public DbSet<Reporter> Reporters => Set<Reporter>();
    public DbSet<Submission> Submissions => Set<Submission>();
    public DbSet<Answer> Answers => Set<Answer>();
    public DbSet<AnswerRevision> AnswerRevisions => Set<AnswerRevision>();
    public DbSet<AnswerRow> AnswerRows => Set<AnswerRow>();
    public DbSet<AnswerRowRevision> AnswerRowRevisions => Set<AnswerRowRevision>();
    public DbSet<SectionWork> SectionWork => Set<SectionWork>();
    public DbSet<AnswerComment> AnswerComments => Set<AnswerComment>();
    public DbSet<Reminder> Reminders => Set<Reminder>();
    public DbSet<RemindedReporter> RemindedReporters => Set<RemindedReporter>();
    public DbSet<SubmissionVersion> SubmissionVersions => Set<SubmissionVersion>();
    public DbSet<SubmittedAnswer> SubmittedAnswers => Set<SubmittedAnswer>();
    public DbSet<SubmittedIntervention> SubmittedInterventions => Set<SubmittedIntervention>();
    public DbSet<SubmissionDecision> SubmissionDecisions => Set<SubmissionDecision>();
    public DbSet<Delivery> Deliveries => Set<Delivery>();
    public DbSet<DeliveredFile> DeliveredFiles => Set<DeliveredFile>();
    public DbSet<SubmissionReturn> SubmissionReturns => Set<SubmissionReturn>();
    public DbSet<ReturnComment> ReturnComments => Set<ReturnComment>();
    public DbSet<Source> Sources => Set<Source>();
    public DbSet<Intervention> Interventions => Set<Intervention>();
    public DbSet<InterventionReporter> InterventionReporters => Set<InterventionReporter>();
    public DbSet<InterventionReference> InterventionReferences => Set<InterventionReference>();
    public DbSet<Code> Codes => Set<Code>();
    public DbSet<MatterAnswer> MatterAnswers => Set<MatterAnswer>();
    public DbSet<Coding> Codings => Set<Coding>();
    public DbSet<Reading> Readings => Set<Reading>();
    public DbSet<Attribution> Attributions => Set<Attribution>();
    public DbSet<Memo> Memos => Set<Memo>();
    public DbSet<SuggestionVerdict> SuggestionVerdicts => Set<SuggestionVerdict>();
    public DbSet<ModelAnswer> ModelAnswers => Set<ModelAnswer>();
    public DbSet<AssessmentForm> AssessmentForms => Set<AssessmentForm>();
    public DbSet<Assessment> Assessments => Set<Assessment>();
    public DbSet<AssessmentAnswer> AssessmentAnswers => Set<AssessmentAnswer>();
    public DbSet<AssessmentEvidence> AssessmentEvidence => Set<AssessmentEvidence>();
    public DbSet<AssessmentSettlement> AssessmentSettlements => Set<AssessmentSettlement>();
    public DbSet<DoubleCoding> DoubleCodings => Set<DoubleCoding>();
    public DbSet<DoubleCodingSource> DoubleCodingSources => Set<DoubleCodingSource>();
    public DbSet<DoubleCoder> DoubleCoders => Set<DoubleCoder>();
    public DbSet<BlindCoding> BlindCodings => Set<BlindCoding>();
    public DbSet<BlindReading> BlindReadings => Set<BlindReading>();
    public DbSet<Settlement> Settlements => Set<Settlement>();
    public DbSet<WorkStep> WorkSteps => Set<WorkStep>();
    public DbSet<PrintedClaim> PrintedClaims => Set<PrintedClaim>();
    public DbSet<Document> Documents => Set<Document>();
    public DbSet<DocumentVersion> DocumentVersions => Set<DocumentVersion>();
    public DbSet<DocumentFile> DocumentFiles => Set<DocumentFile>();
    public DbSet<DocumentUpload> DocumentUploads => Set<DocumentUpload>();
    public DbSet<SearchText> SearchTexts => Set<SearchText>();
    public DbSet<Chapter> Chapters => Set<Chapter>();
    public DbSet<ChapterRevision> ChapterRevisions => Set<ChapterRevision>();
    public DbSet<AcceptedClaim> AcceptedClaims => Set<AcceptedClaim>();
    public DbSet<ChapterReview> ChapterReviews => Set<ChapterReview>();
    public DbSet<ChapterComment> ChapterComments => Set<ChapterComment>();
    public DbSet<FactCheck> FactChecks => Set<FactCheck>();
    public DbSet<FactCheckPart> FactCheckParts => Set<FactCheckPart>();
    public DbSet<FactCheckLetter> FactCheckLetters => Set<FactCheckLetter>();
    public DbSet<FactCheckAnswer> FactCheckAnswers => Set<FactCheckAnswer>();
    public DbSet<Edition> Editions => Set<Edition>();
    public DbSet<EditionChapter> EditionChapters => Set<EditionChapter>();
    public DbSet<EditionPassage> EditionPassages => Set<EditionPassage>();
    public DbSet<EditionAttribution> EditionAttributions => Set<EditionAttribution>();
    public DbSet<AcceptedAmount> AcceptedAmounts => Set<AcceptedAmount>();
    public DbSet<GrantImport> GrantImports => Set<GrantImport>();
    public DbSet<GrantRow> GrantRows => Set<GrantRow>();
    public DbSet<GrantSum> GrantSums => Set<GrantSum>();
    public DbSet<MunicipalityFact> MunicipalityFacts => Set<MunicipalityFact>();
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<Passkey> Passkeys => Set<Passkey>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<AccountLink> AccountLinks => Set<AccountLink>();
    public DbSet<AuditLine> Audit => Set<AuditLine>();

    /// <summary>Begins a transaction in which nobody else saves: what is read in it holds until it ends.</summary>
    /// <returns>Null where a transaction has begun already; it is that one's business to end.</returns>
    public async Task<LoneTransaction?> BeginAlone(CancellationToken cancellation)
    {
        if (Database.CurrentTransaction is not null)
        {
            await LockAudit(cancellation);
            return null;
        }

        var turn = await TakeTurn(cancellation);
        try
        {
            var transaction = await Database.BeginTransactionAsync(cancellation);
            await LockAudit(cancellation);
            return new LoneTransaction(transaction, turn);
        }
        catch
        {
            turn?.Dispose();
            throw;
        }
    }

    /// <summary>The number of the latest line of the audit trail that can have changed a report; 0 before any.</summary>
    public async Task<long> LatestForReports(CancellationToken cancellation) =>
        await Audit.Where(line => line.TouchesReports).MaxAsync(line => (long?)line.Sequence, cancellation) ?? 0;

    /// <summary>Saves what was changed, with a line in the audit trail; all of it or nothing.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else saved one of the same things in between.</exception>
    public async Task Save(Change change, CancellationToken cancellation)
    {
        await using var transaction = await BeginAlone(cancellation);
        await GuardTemplates(cancellation);
        AddSearchTexts();
        var last = await Audit
            .AsNoTracking()
            .OrderByDescending(line => line.Sequence)
            .FirstOrDefaultAsync(cancellation);
        var line = Audit.Add(AuditLine.After(last, clock.GetUtcNow(), change, ChangeList.Of(ChangeTracker)));
        try
        {
            _isAudited = true;
            await SaveChangesAsync(cancellation);
        }
        catch
        {
            // What was not saved has no line: the next save must not bring this one along.
            line.State = EntityState.Detached;
            throw;
        }
        finally
        {
            _isAudited = false;
        }

        await transaction.CommitOwn(cancellation);
    }

    /// <summary>Makes sources findable that are not; they are not changed by it, so the trail has no line of it.</summary>
    /// <returns>How many were made so; 0 when there are no more.</returns>
    /// <param name="most">How many at most, so that others come to their turn in between.</param>
    /// <param name="cancellation">Stops before they are saved.</param>
    public async Task<int> IndexSources(int most, CancellationToken cancellation)
    {
        await using var transaction = await BeginAlone(cancellation);
        var missing = await Sources
            .AsNoTracking()
            .Where(source =>
                !SearchTexts.Any(text => text.SourceId == source.Id && text.Reading == SearchText.CurrentReading)
            )
            .OrderBy(source => source.Id)
            .Take(most)
            .ToListAsync(cancellation);
        var ids = missing.ConvertAll(source => source.Id);
        await SearchTexts.Where(text => ids.Contains(text.SourceId)).ExecuteDeleteAsync(cancellation);
        SearchTexts.AddRange(missing.Select(source => SearchText.Of(source, SearchAnalyzer.Shipped)));
        await SaveChangesAsync(cancellation);
        await transaction.CommitOwn(cancellation);
        ChangeTracker.Clear();
        return missing.Count;
    }

    /// <summary>
    /// Adds rows that are too many to be tracked one by one, as fast as the engine takes them. They belong to something that was saved through
    /// <see cref="Save"/> in the same transaction, and it is that which the audit trail tells of.
    /// </summary>
    public abstract Task InsertMany<T>(IEnumerable<T> rows, CancellationToken cancellation)
        where T : class;

    /// <summary>The texts that have all that is looked for, but for the order of words in phrases.</summary>
    public abstract IQueryable<SearchText> Having(SearchQuery query);

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        GuardChanges();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        GuardChanges();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>The table of a type and its columns, each with what it holds of a thing.</summary>
    protected (string Table, IReadOnlyList<(string Name, Func<T, object?> ValueOf)> Columns) TableOf<T>()
        where T : class
    {
        var entity = Model.FindEntityType(typeof(T))!;
        return (
            entity.GetTableName()!,
            [.. entity.GetProperties().Select(property => (property.GetColumnName(), ValueOf(property)))]
        );

        static Func<T, object?> ValueOf(IProperty property)
        {
            var (getter, convert) = (property.GetGetter(), property.GetTypeMapping().Converter?.ConvertToProvider);
            return thing => getter.GetClrValue(thing) is { } value ? (convert is null ? value : convert(value)) : null;
        }
    }

    /// <summary>Waits in line before a transaction begins; null where the engine itself keeps the line.</summary>
    protected abstract Task<IDisposable?> TakeTurn(CancellationToken cancellation);

    /// <summary>Lets one writer at a time add to the audit trail, until the transaction ends.</summary>
    protected abstract Task LockAudit(CancellationToken cancellation);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Conversions.Register(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        AccessMapping.Map(modelBuilder);
        CollectMapping.Map(modelBuilder);
        AnalyseMapping.Map(modelBuilder);
        CompileMapping.Map(modelBuilder);
        PublishMapping.Map(modelBuilder);
        GrantsMapping.Map(modelBuilder);
        modelBuilder.Entity<AuditLine>(audit =>
        {
            audit.ToTable("Audit");
            audit.HasKey(line => line.Sequence);
            audit.HasIndex(line => line.Subject); // the history of a thing
            audit.Property(line => line.Sequence).ValueGeneratedNever();
            audit.Property(line => line.TouchesReports).HasDefaultValue(true).HasSentinel(true);
            audit.HasIndex(line => new { line.TouchesReports, line.Sequence });
        });
    }

    /// <summary>A source can be found from when it is there. It never changes, so this is done once.</summary>
    private void AddSearchTexts()
    {
        // What was to be saved before, and was not, has its own already.
        var waiting = SearchTexts.Local.Select(text => text.SourceId).ToHashSet();
        List<Source> added =
        [
            .. from entry in ChangeTracker.Entries<Source>()
            where entry.State == EntityState.Added && !waiting.Contains(entry.Entity.Id)
            select entry.Entity,
        ];
        SearchTexts.AddRange(added.Select(source => SearchText.Of(source, SearchAnalyzer.Shipped)));
    }

    private void GuardChanges()
    {
        if (!_isAudited && ChangeTracker.Entries().Any(entry => IsChanged(entry) && entry.Entity is not SearchText))
        {
            throw new InvalidOperationException("Save through Save(Change), so that the audit trail has it.");
        }

        foreach (var entry in ChangeTracker.Entries<IFrozen>())
        {
            if (entry.State is EntityState.Modified or EntityState.Deleted)
            {
                throw new InvalidOperationException(
                    $"A {entry.Metadata.ClrType.Name} is frozen and cannot be changed."
                );
            }
        }
    }

    private static bool IsChanged(EntityEntry entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;

    /// <summary>A template's parts are frozen from when it is published, so what they are cannot be told by their types alone.</summary>
    private async Task GuardTemplates(CancellationToken cancellation)
    {
        var templates =
            from entry in ChangeTracker.Entries<Template>()
            where entry.State is EntityState.Modified or EntityState.Deleted
            select entry.Entity.Id;
        var parts =
            from entry in ChangeTracker.Entries<ITemplatePart>()
            where entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
            select entry.Entity.TemplateId;
        var changed = templates.Union(parts).ToList();
        // As the database has it: what is being published in this very save may still be changed in it.
        if (
            changed.Count > 0
            && await Templates
                .Where(template => changed.Contains(template.Id) && template.PublishedAt != null)
                .Select(template => template.Id)
                .FirstOrDefaultAsync(cancellation)
                is { } published
        )
        {
            throw new InvalidOperationException($"The Template {published} is published and cannot be changed.");
        }
    }
}
