namespace FluentProfiles.Emulator.Protocol;

/// <summary>A request that passed the checks, with the shape it chose and the id of its answer.</summary>
internal sealed record RequestContext(EmulatorRequest Request, ApiRevision Revision, string RequestId);
