using System.Runtime.ExceptionServices;

namespace FluentProfiles.Mirror.References.Flights;

/// <summary>The function of one caller has failed. It concerns no other caller of the flight.</summary>
/// <param name="caller">The caller.</param>
/// <param name="failure">What its function threw.</param>
internal sealed class CallerException(FlightCaller caller, ExceptionDispatchInfo failure)
    : Exception(null, failure.SourceException)
{
    public FlightCaller Caller => caller;

    public ExceptionDispatchInfo Failure => failure;
}
