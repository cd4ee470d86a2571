namespace FluentProfiles.Tests.Properties.Terminals;

/// <summary>A page has not the size that was asked for, and is not the last.</summary>
internal sealed class WrongPageException(string message) : Exception(message);
