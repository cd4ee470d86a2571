namespace FluentProfiles.Mirror.Errors;

/// <summary>The error of a call that a mirror can't answer because it was disposed.</summary>
internal static class DisposedMirror
{
    private const string Name = "ProfileMirror";

    public static ObjectDisposedException Error() => new(Name);

    public static ObjectDisposedException Error(string message) => new(Name, message);
}
