namespace Samla.Domain.Grants;

/// <summary>
/// The form in which a grant is given. Source: förordning (2003:596), (2015:210), (2015:211) and (2000:284), and the headings of the
/// agency's own follow-up.
/// </summary>
public enum SupportForm : byte // a million rows have one
{
    /// <summary>Work with a goal and an end, seldom by a single company.</summary>
    Project,

    /// <summary>To a company's investments in support area A or B.</summary>
    Investment,

    /// <summary>All other support to companies: development, advice, cheques.</summary>
    Business,

    /// <summary>To shops and filling stations where they are few.</summary>
    Service,

    /// <summary>To hauls over long distances in the four northernmost counties; the only form on appropriation 1:2.</summary>
    Transport,

    /// <summary>Following up and evaluating what the rest has led to.</summary>
    Evaluation,
}

/// <summary>The appropriations of the state budget's expenditure area 19 that grants are given from. They are never added up unasked.</summary>
public enum Appropriation
{
    /// <summary>1:1 Regionala utvecklingsåtgärder.</summary>
    Development,

    /// <summary>1:2 Transportbidrag.</summary>
    Transport,
}

/// <summary>What the forms are called.</summary>
public static class SupportForms
{
    /// <summary>In the order of a table.</summary>
    public static IReadOnlyList<SupportForm> All { get; } = Enum.GetValues<SupportForm>();

    extension(SupportForm form)
    {
        /// <summary>As a table has it, such as "Projektverksamhet".</summary>
        public string Name =>
            form switch
            {
                SupportForm.Project => "Projektverksamhet",
                SupportForm.Investment => "Regionalt investeringsstöd",
                SupportForm.Business => "Övriga företagsstöd",
                SupportForm.Service => "Stöd till kommersiell service",
                SupportForm.Transport => "Transportbidrag",
                SupportForm.Evaluation => "Uppföljning och utvärdering",
            };

        /// <summary>As files and addresses have it, such as "project".</summary>
        public string Id =>
            form switch
            {
                SupportForm.Project => "project",
                SupportForm.Investment => "investment",
                SupportForm.Business => "business",
                SupportForm.Service => "service",
                SupportForm.Transport => "transport",
                SupportForm.Evaluation => "evaluation",
            };
    }
}
