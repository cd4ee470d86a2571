namespace FluentProfiles.Tests.Http.Faults;

/// <summary>When a transport fails.</summary>
public enum Stage
{
    BeforeSending,
    WhileSending,
    WhileReading,
}
