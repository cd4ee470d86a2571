namespace FluentProfiles.Tests.Properties.Expressions.Captured;

public enum Level
{
    Low,
    High,
}
