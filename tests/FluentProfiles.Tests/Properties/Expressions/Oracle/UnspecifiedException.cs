namespace FluentProfiles.Tests.Properties.Expressions.Oracle;

/// <summary>The rule leaves open whether this part is evaluated, and its evaluation throws.</summary>
internal sealed class UnspecifiedException : Exception;
