namespace FluentProfiles.Tests.Properties.Expressions.Captured;

/// <summary>What code of the application throws.</summary>
public sealed class CallersException : Exception;
