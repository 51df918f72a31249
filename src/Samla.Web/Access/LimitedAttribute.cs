namespace Samla.Web.Access;

/// <summary>On a page whose forms somebody might try again and again, to guess.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LimitedAttribute : Attribute;
