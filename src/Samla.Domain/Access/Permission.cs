namespace Samla.Domain.Access;

/// <summary>What can be allowed. Each page and address of the application asks for one.</summary>
public enum Permission
{
    /// <summary>One's own account: name, password, passkeys, sign-ins.</summary>
    UseOwnAccount,

    /// <summary>Who has handed in, and what has changed since.</summary>
    SeeSubmissions,

    /// <summary>Write to those who have not handed in.</summary>
    RemindReporters,

    /// <summary>Answers as they are being written.</summary>
    ReadDrafts,

    /// <summary>Write and save answers.</summary>
    WriteAnswers,

    /// <summary>Hand the answers in.</summary>
    Submit,

    /// <summary>What was handed in, as it was handed in.</summary>
    ReadSubmitted,

    /// <summary>Give what was handed in back for correction, where the round allows it.</summary>
    ReturnSubmissions,

    /// <summary>The agency's working pages: board, coding, chapters, findings.</summary>
    ReadWork,

    /// <summary>Give and take codes, and mark answers as read.</summary>
    Code,

    /// <summary>Judge documents by assessment forms.</summary>
    Assess,

    /// <summary>Write chapters.</summary>
    WriteChapters,

    /// <summary>Read chapters as they are now with the words behind them, and comment on them.</summary>
    ReviewChapters,

    /// <summary>Sign chapters.</summary>
    SignChapters,

    /// <summary>What a report says of a reporter, and what the reporter has answered.</summary>
    ReadFactChecks,

    /// <summary>Confirm and contest what a report says of a reporter.</summary>
    CheckFacts,

    /// <summary>Ask reporters to check a report, and reply to what they contest.</summary>
    ManageFactChecks,

    /// <summary>Read in decisions on grants.</summary>
    ImportGrants,

    /// <summary>Freeze and publish an edition.</summary>
    Publish,

    /// <summary>Add rounds, change what is decided of them, open and close them.</summary>
    ManageRounds,

    /// <summary>Templates that are published, and drafts that one is consulted on.</summary>
    ReadTemplates,

    /// <summary>All drafts of templates.</summary>
    ReadTemplateDrafts,

    /// <summary>Comment on a draft that one is consulted on.</summary>
    CommentOnTemplates,

    /// <summary>Make, change and publish templates, consult on them and answer comments.</summary>
    ManageTemplates,

    /// <summary>Invite people, give them roles and shut their accounts.</summary>
    ManageAccounts,
}

/// <summary>Whose data a permission reaches.</summary>
public enum Whose
{
    /// <summary>That of the reporter that the account belongs to; of no other.</summary>
    OwnReporter,

    /// <summary>Everybody's.</summary>
    All,
}
