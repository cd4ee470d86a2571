namespace FluentProfiles.Mirror.Telemetry;

/// <summary>What logs and the status say of a failure. The messages of this library are known to have no secrets; of any other exception
/// only the type is named.</summary>
internal static class FailureText
{
    public static string Of(Exception failure) =>
        failure is ProfilesException ? failure.Message : failure.GetType().Name;
}
