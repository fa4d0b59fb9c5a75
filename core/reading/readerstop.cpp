// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/readerstop.h"

#include <sys/eventfd.h>

namespace caseward::reading {

namespace {

thread_local int descriptorHere = -1;

} // namespace

ReaderStop::ReaderStop() : m_event(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

void ReaderStop::stop() const
{
    if (m_event.isOpen())
        ::eventfd_write(m_event.get(), 1);       // nobody reads it: it stays readable
}

ReaderStop::Here::Here(const ReaderStop &stop) : m_before(descriptorHere)
{
    descriptorHere = stop.m_event.get();
}

ReaderStop::Here::~Here()
{
    descriptorHere = m_before;
}

int ReaderStop::ofThisThread()
{
    return descriptorHere;
}

} // namespace caseward::reading
