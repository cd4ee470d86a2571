namespace FluentProfiles.Emulator.Fronts;

/// <summary>A request in the log, which learns its status later.</summary>
internal sealed class LoggedRequest(EmulatorRequest request)
{
    private volatile EmulatorRequest request = request;

    public EmulatorRequest Request => request;

    public void NoteStatus(int status) => request = request with { Status = status };
}
