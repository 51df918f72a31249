using Samla.Domain.Collect;

namespace Samla.Domain.Access;

/// <summary>One line of the table of rights.</summary>
public sealed record Right(Roles Role, Permission Permission, Whose Whose);

/// <summary>
/// The table of rights: role × permission × whose data. What is not in it is not allowed. Pages and addresses that anybody may
/// read need no right and are not in it.
/// </summary>
public static class Rights
{
    public static IReadOnlyList<Right> Table { get; } =
    [
        new(Roles.Officer, Permission.UseOwnAccount, Whose.OwnReporter),
        new(Roles.Officer, Permission.SeeSubmissions, Whose.OwnReporter),
        new(Roles.Officer, Permission.ReadDrafts, Whose.OwnReporter),
        new(Roles.Officer, Permission.WriteAnswers, Whose.OwnReporter),
        new(Roles.Officer, Permission.ReadSubmitted, Whose.OwnReporter),
        new(Roles.Officer, Permission.ReadTemplates, Whose.OwnReporter),
        new(Roles.Officer, Permission.CommentOnTemplates, Whose.OwnReporter),
        new(Roles.Officer, Permission.ReadFactChecks, Whose.OwnReporter),
        new(Roles.Officer, Permission.CheckFacts, Whose.OwnReporter),
        //
        new(Roles.Lead, Permission.UseOwnAccount, Whose.OwnReporter),
        new(Roles.Lead, Permission.SeeSubmissions, Whose.OwnReporter),
        new(Roles.Lead, Permission.ReadDrafts, Whose.OwnReporter),
        new(Roles.Lead, Permission.WriteAnswers, Whose.OwnReporter),
        new(Roles.Lead, Permission.Submit, Whose.OwnReporter),
        new(Roles.Lead, Permission.ReadSubmitted, Whose.OwnReporter),
        new(Roles.Lead, Permission.ReadTemplates, Whose.OwnReporter),
        new(Roles.Lead, Permission.CommentOnTemplates, Whose.OwnReporter),
        new(Roles.Lead, Permission.ReadFactChecks, Whose.OwnReporter),
        new(Roles.Lead, Permission.CheckFacts, Whose.OwnReporter),
        new(Roles.Lead, Permission.ManageAccounts, Whose.OwnReporter),
        // Nobody at the agency reads what a reporter has not handed in.
        new(Roles.Analyst, Permission.UseOwnAccount, Whose.All),
        new(Roles.Analyst, Permission.SeeSubmissions, Whose.All),
        new(Roles.Analyst, Permission.RemindReporters, Whose.All),
        new(Roles.Analyst, Permission.ReadSubmitted, Whose.All),
        new(Roles.Analyst, Permission.ReturnSubmissions, Whose.All),
        new(Roles.Analyst, Permission.ReadWork, Whose.All),
        new(Roles.Analyst, Permission.Code, Whose.All),
        new(Roles.Analyst, Permission.Assess, Whose.All),
        new(Roles.Analyst, Permission.WriteChapters, Whose.All),
        new(Roles.Analyst, Permission.ReviewChapters, Whose.All),
        new(Roles.Analyst, Permission.ReadFactChecks, Whose.All),
        new(Roles.Analyst, Permission.ManageFactChecks, Whose.All),
        new(Roles.Analyst, Permission.ImportGrants, Whose.All),
        new(Roles.Analyst, Permission.Publish, Whose.All),
        new(Roles.Analyst, Permission.ReadTemplates, Whose.All),
        new(Roles.Analyst, Permission.ReadTemplateDrafts, Whose.All),
        //
        new(Roles.Administrator, Permission.UseOwnAccount, Whose.All),
        new(Roles.Administrator, Permission.SeeSubmissions, Whose.All),
        new(Roles.Administrator, Permission.RemindReporters, Whose.All),
        new(Roles.Administrator, Permission.ReadSubmitted, Whose.All),
        new(Roles.Administrator, Permission.ReturnSubmissions, Whose.All),
        new(Roles.Administrator, Permission.ManageRounds, Whose.All),
        new(Roles.Administrator, Permission.ManageAccounts, Whose.All),
        new(Roles.Administrator, Permission.ReadTemplates, Whose.All),
        new(Roles.Administrator, Permission.ReadTemplateDrafts, Whose.All),
        new(Roles.Administrator, Permission.ManageTemplates, Whose.All),
        //
        new(Roles.Expert, Permission.UseOwnAccount, Whose.All),
        new(Roles.Expert, Permission.ReadTemplates, Whose.All),
        new(Roles.Expert, Permission.Assess, Whose.All),
        new(Roles.Expert, Permission.ReviewChapters, Whose.All),
        new(Roles.Expert, Permission.SignChapters, Whose.All),
        //
        new(Roles.Ministry, Permission.UseOwnAccount, Whose.All),
        new(Roles.Ministry, Permission.ReadTemplates, Whose.All),
        new(Roles.Ministry, Permission.CommentOnTemplates, Whose.All),
    ];

    /// <summary>The roles that a reporter's people have; the others belong to the agency.</summary>
    public const Roles AtReporter = Roles.Officer | Roles.Lead;

    /// <summary>The roles of the agency's people, and of the ministry's, who belong to no reporter either.</summary>
    public const Roles AtAgency = Roles.Analyst | Roles.Expert | Roles.Administrator | Roles.Ministry;

    /// <summary>Why an account cannot have these roles, in Swedish; null when it can.</summary>
    /// <param name="roles">The roles it would have.</param>
    /// <param name="own">The reporter that the account belongs to; null for the agency's people.</param>
    public static string? Misfit(Roles roles, Key<Reporter>? own) =>
        roles == Roles.None ? "Välj minst en roll."
        : own is null && (roles & ~AtAgency) != Roles.None
            ? "Handläggare och redovisningsansvarig finns bara hos uppgiftslämnare. Välj en av myndighetens roller."
        : own is not null && (roles & ~AtReporter) != Roles.None
            ? "Analytiker, sakkunnig och administratör finns bara på myndigheten, och departement bara på departementet. Välj en av uppgiftslämnarens roller."
        : roles.HasFlag(Roles.Ministry) && roles != Roles.Ministry
            ? "Den som är från departementet kan inte ha någon annan roll. Välj en av dem."
        : null;

    /// <summary>Whether somebody with these roles may do it.</summary>
    /// <param name="roles">The person's roles.</param>
    /// <param name="own">The reporter that the person belongs to; null for the agency's people.</param>
    /// <param name="permission">What is to be done.</param>
    /// <param name="to">The reporter whose data it concerns; null where it concerns nobody's in particular.</param>
    public static bool Allow(Roles roles, Key<Reporter>? own, Permission permission, Key<Reporter>? to) =>
        Table.Any(right =>
            roles.HasFlag(right.Role)
            && right.Permission == permission
            && (right.Whose == Whose.All || (own is not null && (to is null || to == own)))
        );

    /// <summary>Whether somebody with these roles may do it with everybody's data at once.</summary>
    public static bool AllowWithAll(Roles roles, Permission permission) =>
        Table.Any(right => roles.HasFlag(right.Role) && right.Permission == permission && right.Whose == Whose.All);
}
