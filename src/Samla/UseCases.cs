using Microsoft.Extensions.DependencyInjection;
using Samla.Access;
using Samla.Analyse;
using Samla.Check;
using Samla.Collect;
using Samla.Compile;
using Samla.Data;
using Samla.Publish;
using Samla.Reference;

namespace Samla;

/// <summary>Everything that a page or a command can do.</summary>
public static class UseCases
{
    public static IServiceCollection AddUseCases(this IServiceCollection services) =>
        services
            .AddScoped<Sessions>()
            .AddScoped<ActorNames>()
            .AddScoped<SampleAccounts>()
            .AddScoped<InviteAccount>()
            .AddScoped<InviteAgain>()
            .AddScoped<ChangeRoles>()
            .AddScoped<ShutAccount>()
            .AddScoped<OpenAccount>()
            .AddScoped<EraseAccount>()
            .AddScoped<RequestRecovery>()
            .AddScoped<FindLink>()
            .AddScoped<FollowLink>()
            .AddScoped<ListAccounts>()
            .AddScoped<ListReporters>()
            .AddScoped<SetName>()
            .AddScoped<ChangePassword>()
            .AddScoped<FindRound>()
            .AddScoped<ListRounds>()
            .AddScoped<ListSubmissions>()
            .AddScoped<ListInterventions>()
            .AddScoped<FindPredecessors>()
            .AddScoped<ExportTemplate>()
            .AddScoped<ImportTemplate>()
            .AddScoped<PublishTemplate>()
            .AddScoped<CompareTemplates>()
            .AddScoped<ViewSubmission>()
            .AddScoped<SaveAnswer>()
            .AddScoped<SubmitReport>()
            .AddScoped<StateDecision>()
            .AddScoped<ViewReceipt>()
            .AddScoped<DeliverReport>()
            .AddScoped<AcknowledgeDelivery>()
            .AddScoped<ListDeliveries>()
            .AddScoped<ReadDeliveredFile>()
            .AddScoped<ExportSubmissions>()
            .AddScoped<WriteTemplate>()
            .AddScoped<ExportReport>()
            .AddSingleton<ReadSubmissionFile>()
            .AddScoped<ImportSubmissions>()
            .AddScoped<ReadMatrix>()
            .AddScoped<ViewBoard>()
            .AddScoped<ViewCode>()
            .AddScoped<ViewMatrix>()
            .AddScoped<ReadCodedWords>()
            .AddScoped<ViewSource>()
            .AddScoped<AddCoding>()
            .AddScoped<RemoveCoding>()
            .AddScoped<MarkRead>()
            .AddScoped<ComposeReport>()
            .AddScoped<ViewChapter>()
            .AddScoped<PreviewChapter>()
            .AddScoped<SaveChapter>()
            .AddSingleton<CheckReport>()
            .AddScoped<CheckOwnReport>()
            .AddSingleton<CheckedRounds>()
            .AddScoped<CheckRound>()
            .AddScoped<PublishEdition>()
            .AddSingleton<FrozenChapters>()
            .AddScoped<ReadEdition>()
            .AddScoped<ListEditions>()
            .AddScoped<ListPublishedRounds>()
            .AddScoped<ReadTrace>()
            .AddScoped<CompareWithEdition>()
            .AddScoped<CompareWithPrint>()
            .AddScoped<ReadRegion>()
            .AddScoped<ReadStart>()
            .AddSingleton(_ => Registers.Read(DataFolder.Registers))
            .AddSingleton(services => RegionFacts.Of(services.GetRequiredService<Registers.Outcome>()))
            .AddScoped<LoadTemplates>()
            .AddScoped<LoadSample>()
            .AddScoped<LoadInvented>()
            .AddScoped<FillDatabase>()
            .AddScoped<VerifyDatabase>();
}
