namespace Samla.Domain;

/// <summary>
/// On what says who a person is or lets them in. The audit trail says that it changed, never to what: a line of the trail
/// cannot be taken back, and a person may ask to be forgotten.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute : Attribute;
